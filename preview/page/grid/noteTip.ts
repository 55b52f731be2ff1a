/** Shows the note of the cell under the pointer beside it, as Sheets does. */
export function showNotes(grid: HTMLElement): void {
  const tip = document.createElement('div');
  tip.className = 'note';
  tip.setAttribute('role', 'tooltip');
  tip.hidden = true;
  document.body.append(tip);
  grid.addEventListener('mouseover', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-note]') : null;
    tip.hidden = cell === null;
    if (cell === null) return;
    tip.textContent = cell.getAttribute('data-note');
    const box = cell.getBoundingClientRect();
    const left = box.right + 4 + tip.offsetWidth < window.innerWidth ? box.right + 4 : box.left;
    tip.style.left = `${left}px`;
    tip.style.top = `${left === box.left ? box.bottom + 4 : box.top}px`;
  });
  grid.addEventListener('mouseleave', () => {
    tip.hidden = true;
  });
}
