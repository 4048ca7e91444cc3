import { createTurnQueue, QueueFullError } from '../../../bot/channels/turns/index.ts';

describe('turns of a conversation', () => {
  it('run one after the other in the order in which they came', async () => {
    const queue = createTurnQueue();
    const order: string[] = [];
    const turn = (name: string, steps: number) => async () => {
      for (let step = 0; step < steps; step++) await Promise.resolve();
      order.push(name);
    };
    await Promise.all([queue.run('c', turn('slow', 20)), queue.run('c', turn('quick', 0))]);
    expect(order).toEqual(['slow', 'quick']);
  });

  it('don’t wait for those of another conversation', async () => {
    const queue = createTurnQueue();
    const { gate, open } = createGate();
    const slow = queue.run('a', () => gate);
    await queue.run('b', async () => {});
    open();
    await slow;
  });

  it('go on after one that failed, whose error only its own caller gets', async () => {
    const queue = createTurnQueue();
    const failing = queue.run('c', async () => {
      throw new Error('failed');
    });
    const next = queue.run('c', async () => 'answered');
    await expect(failing).rejects.toThrow('failed');
    await expect(next).resolves.toBe('answered');
  });

  it('are refused when too many wait, and taken again afterwards', async () => {
    const queue = createTurnQueue(2);
    const { gate, open } = createGate();
    const running = [queue.run('c', () => gate), queue.run('c', () => gate)];
    expect(queue.isFull('c')).toBe(true);
    await expect(queue.run('c', async () => {})).rejects.toBeInstanceOf(QueueFullError);
    expect(queue.isFull('d')).toBe(false);
    open();
    await Promise.all(running);
    await expect(queue.run('c', async () => 'taken')).resolves.toBe('taken');
  });

  it('are waited for until none is left', async () => {
    const queue = createTurnQueue();
    const { gate, open } = createGate();
    let done = 0;
    const turn = () =>
      gate.then(() => {
        done += 1;
      });
    const turns = ['a', 'b', 'a'].map((conversation) => queue.run(conversation, turn));
    expect(queue.size()).toBe(3);
    const idle = queue.idle();
    open();
    await idle;
    expect(queue.size()).toBe(0);
    expect(done).toBe(3);
    await queue.idle();
    await Promise.all(turns);
  });
});

function createGate() {
  let open = () => {};
  const gate = new Promise<void>((opened) => {
    open = opened;
  });
  return { gate, open };
}
