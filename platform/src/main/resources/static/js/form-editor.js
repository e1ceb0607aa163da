// The builder's pages of fields and sections: choosing a field or an operator of a condition draws the page's conditions again,
// which its button does without JavaScript.
document.addEventListener("change", async event => {
    if (!event.target.matches("[data-redraw]")) return;
    const form = event.target.closest("[data-redraw-form]");
    const body = new URLSearchParams(new FormData(form));
    body.set("update", "conditions");
    const name = event.target.name;
    try {
        const answer = await fetch(form.action, { method: "POST", body, credentials: "same-origin" });
        if (!answer.ok) throw new Error(String(answer.status));
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        document.getElementById("f-conditions").replaceWith(page.getElementById("f-conditions"));
        document.querySelector(`[name="${CSS.escape(name)}"]`)?.focus();
    } catch {
        form.querySelector("[data-redraw-button]")?.click();
    }
});
