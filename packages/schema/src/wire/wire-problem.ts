/**
 * Why bytes are not a message. It never holds any of the bytes, so that it may be logged.
 * `unknownMessage` and `unknownKind` are well formed as far as they were read: a newer side may have sent them.
 */
export type WireProblem =
  | 'truncated'
  | 'numberTooLarge'
  | 'trailingBytes'
  | 'unknownMessage'
  | 'unknownKind'
  | 'unknownSync'
  | 'tooBig'
  | 'tooManyEntries'
  | 'notText'
  | 'notJson'
  | 'wrongShape';
