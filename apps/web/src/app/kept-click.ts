const AGAIN = 50;

/**
 * A part of the page that is fetched by itself is there to be seen before its script is. React stops a click on it
 * and forgets it; here it is kept and given again, until the part has woken or is gone.
 */
export function keepClicks(): void {
  let missed: HTMLButtonElement | null = null;
  const again = () => missed?.isConnected && missed.click();
  document.addEventListener(
    'click',
    ({ target }) => {
      missed = (target as Element).closest('button');
      setTimeout(again, AGAIN);
    },
    true,
  );
  // What gets this far, React has heard.
  document.addEventListener('click', () => (missed = null));
}
