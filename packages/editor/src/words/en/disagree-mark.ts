/** What stands beside an item with which somebody doesn't agree. */
export const disagreeMark = {
  mark: (count: number) => `Not agreed: ${count}`,
} as const;
