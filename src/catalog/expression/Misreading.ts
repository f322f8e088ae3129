/** Why a formula cannot be used: what was found, and what to do. */
export class Misreading extends Error {
  constructor(found: string, remedy: string) {
    super(`${found}. ${remedy}`);
    this.name = 'Misreading';
  }
}
