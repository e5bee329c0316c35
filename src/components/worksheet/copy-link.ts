interface CopyWords {
  readonly copied: string;
  readonly notCopied: string;
}

/** Puts an address on the clipboard and says so in `said`; where the browser refuses, shows it to be copied by hand. */
export async function copyLink(address: string, said: HTMLElement, words: CopyWords): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    said.textContent = words.copied;
  } catch {
    const link = document.createElement('a');
    [link.href, link.textContent] = [address, address];
    said.replaceChildren(`${words.notCopied} `, link);
  }
}
