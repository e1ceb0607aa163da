// What makes long lists quicker to work with. Everything here also works by sending the form.
document.addEventListener("change", event => {
    const input = event.target.closest?.("[data-submit-on-change]");
    if (input) input.form.requestSubmit();
});

// Columns are put in order in their place, without a new page for each step.
document.addEventListener("click", event => {
    const button = event.target.closest?.("[data-arrange] button[name]");
    if (!button) return;
    const item = button.closest("li");
    const isUp = button.name === "up";
    const other = isUp ? item.previousElementSibling : item.nextElementSibling;
    event.preventDefault();
    if (!other) return;
    if (isUp) other.before(item); else other.after(item);
    button.focus();
});

// The slash goes to the search box, as people know it from mail programs.
document.addEventListener("keydown", event => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const search = document.getElementById("list-q");
    if (!search) return;
    event.preventDefault();
    search.select();
});

// Ticking the box above a list ticks all that the page shows.
document.querySelectorAll("[data-select-all]").forEach(all => {
    const boxes = [...all.closest("table").querySelectorAll("tbody .is-select input")];
    all.hidden = boxes.length === 0;
    const show = () => {
        const ticked = boxes.filter(box => box.checked).length;
        all.checked = ticked === boxes.length;
        all.indeterminate = ticked > 0 && ticked < boxes.length;
    };
    all.addEventListener("change", () => boxes.forEach(box => { box.checked = all.checked; }));
    boxes.forEach(box => box.addEventListener("change", show));
    show();
});
