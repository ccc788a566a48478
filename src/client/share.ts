/**
 * Brings out what this browser can do beside the plain links: its own share sheet, with whatever the reader has
 * installed, and copying. Without it the links and the written address remain.
 */
export function offerSharing(part: HTMLElement): void {
  const address = part.querySelector('.address');
  const answer = part.querySelector('[role=status]');
  if (!address || !answer) return;
  const { title = '', copied = '', notCopied = '' } = part.dataset;
  const url = address.textContent;

  const offer = (name: string, act: () => Promise<void>): void => {
    const button = part.querySelector(`[data-act=${name}]`);
    button?.addEventListener('click', () => void act());
    button?.parentElement?.removeAttribute('hidden');
  };

  if ('share' in navigator)
    // Closing the sheet is an answer, not an error.
    offer('sheet', () => navigator.share({ title, url }).catch(() => undefined));

  if ('clipboard' in navigator)
    offer('copy', async () => {
      // Emptied first, so that it is said each time.
      answer.textContent = '';
      try {
        await navigator.clipboard.writeText(url);
        answer.textContent = copied;
      } catch {
        getSelection()?.selectAllChildren(address);
        answer.textContent = notCopied;
      }
    });
}
