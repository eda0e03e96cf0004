/** What the page does by itself: it filters and sorts the rows that stand in it. Without it, all of them are there. */
export const PAGE_SCRIPT = `
(() => {
  const form = document.querySelector('form');
  const rows = [...document.querySelectorAll('tbody[data-row]')];
  const told = document.querySelector('output');
  // What stands in the papers is not searched: every chart note has every word.
  const texts = new Map(rows.map((row) => [row, row.rows[0].textContent.toLowerCase()]));
  form.hidden = false;
  const filter = () => {
    const { text, disposition, day } = form.elements;
    const words = text.value.trim().toLowerCase();
    let shown = 0;
    for (const row of rows) {
      row.hidden = (words !== '' && !texts.get(row).includes(words)) ||
        (disposition.value !== '' && row.dataset.disposition !== disposition.value) ||
        (day.value !== '' && row.dataset.day !== day.value);
      if (!row.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll('section[data-group]')) {
      group.hidden = !group.querySelector('tbody[data-row]:not([hidden])');
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
      const key = (row) => row.rows[0].cells[column].dataset.key || row.rows[0].cells[column].textContent.trim();
      const compare = (a, b) => a.localeCompare(b, undefined, { numeric: true });
      table.append(...[...table.tBodies].sort((a, b) => compare(key(a), key(b)) * (isUp ? 1 : -1)));
    });
  }
  for (const button of document.querySelectorAll('details button')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      const paper = button.closest('details');
      const { title } = document;
      document.title = paper.querySelector('summary').textContent;
      paper.classList.add('printed');
      document.body.classList.add('one');
      print();
      paper.classList.remove('printed');
      document.body.classList.remove('one');
      document.title = title;
    });
  }
  filter();
})();
`;
