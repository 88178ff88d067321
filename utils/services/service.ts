import type { Result } from '../domain/result.ts';
import type { Collection } from '../messaging/changes.ts';
import type { SenderKind } from '../messaging/protocol/message.ts';
import type { Input, MessageType, Output } from '../messaging/protocol.ts';
import type { Database } from '../storage/database.ts';

/** Who sent a message, as the browser says. */
export interface Caller {
  kind: SenderKind;
  /** the tab of a page or of the frame in it */
  tabId?: number;
  /** address of the page that sent it; of a frame the address of the page around it where known */
  url?: string;
}

/** What a service gets beside its input. */
export interface Call {
  caller: Caller;
  /** opens the notebook once; fails with `recovery`, `blocked` or `quota` */
  database(): Promise<Result<Database>>;
  now: Date;
  /** to be called after a committed change: moves the counters that others listen to */
  announce(collections: readonly Collection[]): Promise<void>;
}

/** One use case: what the router calls for one message. Expected failure is a `Result`; an exception is a bug. */
export type Service<T extends MessageType> = (input: Input<T>, call: Call) => Promise<Result<Output<T>>>;
