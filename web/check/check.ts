// The public page is whole without a script. With one, it has a button: the checker is fetched when it is pressed, not before.

for (const place of document.querySelectorAll<HTMLElement>('[data-check]')) {
  const button = place.querySelector('button');
  if (button === null) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    if (button.getAttribute('aria-disabled') === 'true') return;
    button.setAttribute('aria-disabled', 'true');
    void import('./checker.ts')
      .then(({ checkPage }) => checkPage(place, button))
      .catch(() => place.querySelector('[role=status]')?.replaceChildren(button.dataset['unreachable'] ?? ''))
      .finally(() => button.removeAttribute('aria-disabled'));
  });
}
