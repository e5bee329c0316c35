import type { Tools } from '../kit/definition.ts';
import type { State } from './model.ts';
import type { Outside } from './outside.ts';

/** Clipboard, files, and the code for texts, which is loaded when first asked for. */
export function mount({ state, provide, signal }: Tools<State, Outside>): () => void {
  const give = (change: Partial<Outside>) => {
    now = { ...now, ...change };
    if (!signal.aborted) provide(now);
  };
  let source = '';
  const load = async () => {
    const exchange = now.exchange ?? (await import('./exchange.ts'));
    give({ exchange, reading: source.trim() === '' ? undefined : exchange.read(source, state()) });
  };
  let now: Outside = {
    exchange: undefined,
    reading: undefined,
    said: undefined,
    load: () => void load(),
    read(text) {
      source = text;
      void load();
    },
    async copy(what, text) {
      try {
        await navigator.clipboard.writeText(text);
        give({ said: { what, worked: true } });
      } catch {
        give({ said: { what, worked: false } });
      }
    },
    save(name, text) {
      // Spreadsheets take a file for UTF-8 by the mark at its start.
      const address = URL.createObjectURL(new Blob([`\ufeff${text}`], { type: 'text/csv;charset=utf-8' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(address), 10_000);
    },
  };
  give({});
  return () => {};
}
