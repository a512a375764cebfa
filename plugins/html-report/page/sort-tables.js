for (const table of document.querySelectorAll('table.sortable')) {
  const headings = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  headings.forEach((heading, column) => {
    heading.querySelector('button')?.addEventListener('click', () => {
      const ascending = heading.getAttribute('aria-sort') !== 'ascending';
      for (const other of headings) other.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
      const order = (row) => row.cells[column].dataset.order;
      const compare = (a, b) => order(a).localeCompare(order(b), 'en', { numeric: true });
      const compareNumbers = (a, b) => order(a) - order(b);
      const rows = [...body.rows].sort(heading.classList.contains('numeric') ? compareNumbers : compare);
      body.append(...(ascending ? rows : rows.reverse()));
    });
  });
}
