interface Waiting<T, R> {
  item: T;
  resolve: (result: R) => void;
  reject: (error: unknown) => void;
}

/** Does together what was asked for while the last batch was under way. Everyone waits for the batch of their own. */
export class Batches<T, R = void> {
  private waiting: Waiting<T, R>[] = [];
  private isWorking = false;

  /** `work` does all of the items or, where it fails, none; everyone of a batch gets its one result. */
  constructor(private readonly work: (items: readonly T[]) => Promise<R>) {}

  add(item: T): Promise<R> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ item, resolve, reject });
      if (!this.isWorking) void this.workOff();
    });
  }

  private async workOff(): Promise<void> {
    this.isWorking = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      await this.settle(batch);
    }
    this.isWorking = false;
  }

  /** A batch that fails is done one by one, so that a bad item fails alone. */
  private async settle(batch: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const result = await this.work(batch.map(({ item }) => item));
      for (const { resolve } of batch) resolve(result);
    } catch (error) {
      if (batch.length === 1) batch[0]?.reject(error);
      else await Promise.all(batch.map((one) => this.settle([one])));
    }
  }
}
