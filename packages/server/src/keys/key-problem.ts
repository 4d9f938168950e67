/** Why keys can't be used, as one sentence for whoever runs the server. Names files, never what is in them. */
export class KeyProblem extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'KeyProblem';
  }
}
