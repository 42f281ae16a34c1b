/** Mutants that no test kills, each with the reason: it changes nothing that anybody could see, or nothing that matters. */
export const SURVIVORS: readonly {
  readonly file: string;
  /** As the run prints it. */
  readonly name: string;
  readonly why: string;
}[] = [
  {
    file: "lib/switches/serial/posix/serial_device.ts",
    name: "< is <=: if (fd < 0) throw openError(c.platform, `opening ${path}`, fd);",
    why: "0 is the standard input's: the system gives it to no device",
  },
  {
    file: "lib/switches/serial/posix/serial_device.ts",
    name: "< is <=: while (reads < MOST_READS && c.read(fd, waste) > 0) reads++;",
    why: "of a device that floods one piece more is thrown away",
  },
  {
    file: "lib/switches/serial/posix/serial_device.ts",
    name: "> is >=: while (reads < MOST_READS && c.read(fd, waste) > 0) reads++;",
    why: "0 is read of a device alone that hung up, and its first read says so",
  },
  {
    file: "lib/switchboard/intake.ts",
    name: '< is <=: if (why === "held" && performance.now() < until) return false;',
    why: "the same moment, to a thousandth of a millisecond",
  },
  {
    file: "lib/server/front.ts",
    name: "nothing is waited for: await certificates.refresh(Date.now());",
    why: "what was renewed is shown one look later, 60 days before it has to be",
  },
  {
    file: "lib/gate/gate.ts",
    name:
      ">= is >: const tooLong = allowance !== null && allowance.usedUpMs(now) >= this.limits.usedUpMs;",
    why: "whoever sends too much is closed a second later, and read no further meanwhile",
  },
  {
    file: "lib/gate/gate.ts",
    name: ">= is >: while (this.#carried >= this.limits.connections) await this.#oneGone();",
    why: "for a moment one connection more is carried, for which there are descriptors",
  },
  {
    file: "lib/jobs/job_waiters.ts",
    name: "the call is left out: this.#waiting.delete(status.id);",
    why: "who waited has been told; a few bytes a job stay in memory",
  },
  {
    file: "lib/store/connect.ts",
    name: "the call is left out: db?.close();",
    why: "a database that is refused is closed by the garbage collector, or the end of the program",
  },
  {
    file: "lib/store/open_store.ts",
    name: "the call is left out: db.close();",
    why: "the same, of an older one that was opened for reading",
  },
  {
    file: "lib/store/open_store.ts",
    name: 'false is true: const db = connect(":memory:", false);',
    why: "what is not on a disk is opened by tests and by a replay; it is written to all the same",
  },
  {
    file: "lib/store/open_store.ts",
    name: "false is true: return new Store(new Connection({ db, readOnly: false }));",
    why: "the same: nothing of it is tidied at its end",
  },
  {
    file: "lib/store/open_office.ts",
    name: "false is true: const db = connect(file, false);",
    why: "of the two openings it is the one that reads the version and closes",
  },
  {
    file: "lib/store/connection.ts",
    name: "the call is left out: this.#statements.set(sql, statement);",
    why: "statements are prepared anew each time, which takes longer and is no mistake",
  },
  {
    file: "lib/store/connection.ts",
    name:
      'the condition is negated: else if (why.why === "held" && why !== error) return this.turn.again(error, ask);',
    why: "a reader is held while another process repairs the log after a crash, for milliseconds",
  },
  {
    file: "lib/store/connection.ts",
    name:
      '=== is !==: else if (why.why === "held" && why !== error) return this.turn.again(error, ask);',
    why: "the same",
  },
  {
    file: "lib/store/backup/make_backup.ts",
    name: "true is false: const db = connect(source, true);",
    why: "nothing is written by it in either case",
  },
  {
    file: "lib/store/backup/make_backup.ts",
    name: "nothing is waited for: await backup(db, target, { rate: -1 });",
    why: "with all pages in one step the copy is made before the call returns",
  },
  {
    file: "lib/store/backup/make_backup.ts",
    name: "> is >=: if (free > size) return;",
    why: "a disk with room to the byte",
  },
  {
    file: "lib/server/call_log_round.ts",
    name: "=== is !==: if (catchUp(store, CALLS_AT_ONCE) === CALLS_AT_ONCE) return SLICE_PAUSE_MS;",
    why: "what is left is marked seconds later",
  },
  {
    file: "lib/server/call_log_round.ts",
    name:
      "the condition is negated: if (catchUp(store, CALLS_AT_ONCE) === CALLS_AT_ONCE) return SLICE_PAUSE_MS;",
    why: "the same",
  },
  {
    file: "lib/server/call_log_round.ts",
    name: "=== is !==: return making === null ? CATCH_UP_MS : MAKE_PAUSE_MS;",
    why: "orders are made seconds later, or looked for more often",
  },
  {
    file: "lib/server/server.ts",
    name: 'the call is left out: guarded("a look at the free space", () => space.look(), null);',
    why: "the disk is looked at within five seconds anyway",
  },
  {
    file: "lib/store/open_store.ts",
    name: "true is false: return new Store(new Connection({ db, readOnly: true }));",
    why: "its end would try to tidy, and be refused by the connection itself",
  },
  {
    file: "lib/store/database.ts",
    name: "> is >=: if (grown > 0) acting.grew(grown);",
    why: "nothing is counted as nothing",
  },
];
