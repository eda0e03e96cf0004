/** What the page does by itself: it filters and sorts the rows that stand in it. Without it, all of them are there. */
export const PAGE_SCRIPT = `
(() => {
  const form = document.querySelector('form');
  const rows = [...document.querySelectorAll('tr[data-row]')];
  const told = document.querySelector('output');
  form.hidden = false;
  const filter = () => {
    const { text, disposition, day } = form.elements;
    const words = text.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = (words !== '' && !row.textContent.toLowerCase().includes(words)) ||
        (disposition.value !== '' && row.dataset.disposition !== disposition.value) ||
        (day.value !== '' && row.dataset.day !== day.value);
      if (!row.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll('section[data-group]')) {
      group.hidden = !group.querySelector('tr[data-row]:not([hidden])');
    }
    told.textContent = shown + ' of ' + rows.length + ' shown';
  };
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
  for (const button of document.querySelectorAll('th button')) {
    button.addEventListener('click', () => {
      const head = button.closest('th');
      const table = head.closest('table');
      const column = [...head.parentNode.children].indexOf(head);
      const isUp = head.getAttribute('aria-sort') !== 'ascending';
      for (const other of table.querySelectorAll('th')) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', isUp ? 'ascending' : 'descending');
      const key = (row) => row.children[column].dataset.key || row.children[column].textContent;
      const body = table.tBodies[0];
      const sorted = [...body.rows].sort((a, b) => key(a).localeCompare(key(b), undefined, { numeric: true }) * (isUp ? 1 : -1));
      body.append(...sorted);
    });
  }
  addEventListener('beforeprint', () => { for (const each of document.querySelectorAll('details')) each.open = true; });
  filter();
})();
`;
