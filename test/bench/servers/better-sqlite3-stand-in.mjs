// better-sqlite3's calls, as far as @hocuspocus/extension-sqlite makes them, over node:sqlite.
import {DatabaseSync} from 'node:sqlite';

// The extension imports the default export, so this file must have one.
export default class Database {
  constructor(file) {
    this.database = new DatabaseSync(file);
  }
  exec(sql) {
    this.database.exec(sql);
  }
  prepare(sql) {
    const statement = this.database.prepare(sql);
    statement.setAllowBareNamedParameters(true);
    return {
      get: values => statement.get(values),
      run: values => statement.run(values),
      all: values => statement.all(values),
    };
  }
  pragma(text) {
    this.database.exec(`PRAGMA ${text}`);
  }
  close() {
    this.database.close();
  }
}
