// Lists with data-sortable are put in order by dragging (SortableJS) or with their buttons; each move is posted.
const lists = [...document.querySelectorAll("[data-sortable]")];
if (lists.length) {
    lists.forEach(buttons);
    const script = document.createElement("script");
    script.src = document.querySelector("meta[name=plenary-sortable]").content;
    script.onload = () => lists.forEach(drag);
    document.head.append(script);
}

function drag(list) {
    list.classList.add("is-ready");
    window.Sortable.create(list, {
        handle: ".sort-grip", animation: 150, ghostClass: "is-ghost", dragClass: "is-dragged", forceFallback: false,
        onEnd: event => { if (event.oldIndex !== event.newIndex) post(list); }
    });
}

function buttons(list) {
    list.addEventListener("click", event => {
        const button = event.target.closest("[data-sort]");
        if (!button) return;
        event.preventDefault();
        const item = button.closest("li");
        const up = button.dataset.sort === "up";
        const neighbour = up ? item.previousElementSibling : item.nextElementSibling;
        if (!neighbour) return;
        if (up) neighbour.before(item); else neighbour.after(item);
        focusOn(item, button);
        post(list);
    });
}

/** The button pressed, unless the item has come to the end where it is not shown; then the other one. */
function focusOn(item, button) {
    const shown = getComputedStyle(button).visibility !== "hidden";
    (shown ? button : item.querySelector(`[data-sort="${button.dataset.sort === "up" ? "down" : "up"}"]`)).focus();
}

async function post(list) {
    const form = list.closest("form");
    const body = new URLSearchParams(new FormData(form));
    body.set("order", [...list.children].map(item => item.dataset.key).join(","));
    try {
        const answer = await fetch(form.action, {
            method: "POST", body, credentials: "same-origin", headers: { "X-Requested-With": "fetch" }
        });
        if (!answer.ok) throw new Error(String(answer.status));
        list.dispatchEvent(new CustomEvent("plenary:sorted", { bubbles: true }));
    } catch {
        location.reload();
    }
}
