import { type FaceClass, kindsOf, ScriptObject } from './faces';

/** An account as the spreadsheet knows it. */
export class User extends ScriptObject {
  readonly face = USER;

  constructor(private readonly email: string) {
    super();
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }
}

const USER: FaceClass = {
  name: 'User',
  kinds: kindsOf<keyof User & keyof GoogleAppsScript.Base.User>({
    free: ['getEmail', 'getUserLoginId'],
  }),
};
