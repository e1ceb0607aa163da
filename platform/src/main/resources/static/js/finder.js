// The box in the head of organizers' pages: what is suggested is moved through by keys. Without this it is a form that
// leads to the page of results.
const PAUSE = 180;
const input = document.getElementById("finder-q");
if (input) start(input);

function start(input) {
    const form = input.form;
    const list = document.getElementById("finder-list");
    const found = document.getElementById("finder-found");
    const pages = document.getElementById("finder-pages");
    const status = document.getElementById("finder-status");
    const options = () => [...list.querySelectorAll("[role=option]")];
    let active = null;
    let timer = 0;
    let waiting = null;

    // The slash belongs to a list's own search where there is one; Ctrl-K comes here from everywhere.
    document.addEventListener("keydown", event => {
        const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey
            && !event.target.closest?.("input, textarea, select, [contenteditable]") && !document.getElementById("list-q");
        const isK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
        if (!isSlash && !isK) return;
        event.preventDefault();
        input.focus();
        input.select();
    });

    input.addEventListener("input", () => {
        choose(null);
        suggestPages();
        if (input.value.trim() === "") found.replaceChildren();
        show(input.value.trim() !== "");
        waiting?.abort();
        clearTimeout(timer);
        timer = setTimeout(suggest, PAUSE);
    });
    input.addEventListener("focus", () => show(input.value.trim() !== "" && options().length > 0));
    form.addEventListener("focusout", event => { if (!form.contains(event.relatedTarget)) show(false); });
    input.addEventListener("keydown", event => {
        if (event.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            if (options().length === 0) return;
            event.preventDefault();
            show(true);
            move(event.key === "ArrowDown" ? 1 : -1);
        } else if (event.key === "Enter" && active && !list.hidden) {
            event.preventDefault();
            location.assign(active.href);
        } else if (event.key === "Escape") {
            event.preventDefault();
            if (list.hidden) input.blur();
            show(false);
        }
    });

    // What was asked before is of no interest any more. Without an answer the box is still a form.
    async function suggest() {
        const typed = input.value.trim();
        if (typed === "") return;
        waiting = new AbortController();
        const { signal } = waiting;
        try {
            const address = `${input.dataset.suggestions}?q=${encodeURIComponent(typed)}`;
            const answer = await fetch(address, { headers: { Accept: "text/html" }, credentials: "same-origin", signal });
            if (!answer.ok || answer.redirected) return;
            const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".finder-part");
            if (signal.aborted || !part) return;
            choose(null);
            found.replaceChildren(document.adoptNode(part));
            show(document.activeElement === input);
            status.textContent = part.dataset.status ?? "";
        } catch {
            // left, or typed on
        }
    }

    function move(step) {
        const all = options();
        const at = all.indexOf(active);
        choose(all[at + step] ?? (step > 0 || at < 0 ? (step > 0 ? all[0] : all.at(-1)) : all.at(-1)));
    }

    function choose(option) {
        active?.setAttribute("aria-selected", "false");
        active = option;
        if (!option) return input.removeAttribute("aria-activedescendant");
        option.setAttribute("aria-selected", "true");
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
    }

    function show(wanted) {
        const isOpen = wanted && options().length + list.querySelectorAll(".finder-none").length > 0;
        list.hidden = !isOpen;
        input.setAttribute("aria-expanded", String(isOpen));
        if (!isOpen) choose(null);
    }

    // The pages of the menu are in the page already: those that whoever looks at it may open.
    function suggestPages() {
        pages.replaceChildren();
        const words = input.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
        if (words.length === 0) return;
        const links = [...document.querySelectorAll(".side .side-link")]
            .filter(link => words.every(word => link.textContent.toLowerCase().includes(word))).slice(0, 4);
        if (links.length === 0) return;
        const heading = element("p", "finder-kind", form.dataset.pages);
        heading.id = "finder-pages-heading";
        heading.setAttribute("role", "presentation");
        const group = element("div", "", "");
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", heading.id);
        group.append(heading, ...links.map(option));
        pages.append(group);
    }

    function option(link, at) {
        const made = element("a", "finder-option", "");
        made.id = `finder-pages-${at}`;
        made.href = link.href;
        made.tabIndex = -1;
        made.setAttribute("role", "option");
        made.setAttribute("aria-selected", "false");
        made.append(element("span", "finder-title", link.textContent.trim()));
        return made;
    }
}

function element(name, kind, text) {
    const made = document.createElement(name);
    made.className = kind;
    made.textContent = text;
    return made;
}
