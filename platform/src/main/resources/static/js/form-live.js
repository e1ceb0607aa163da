// Shows and hides the fields of a form while it is filled. The server says the same again when it is sent, so the
// page works without this.
import { shown } from "./form-conditions.js";

for (const page of document.querySelectorAll("[data-live-form]")) start(page);
document.addEventListener("htmx:afterSwap", event => {
    for (const page of event.target.parentElement?.querySelectorAll("[data-live-form]") ?? []) start(page);
});

function start(page) {
    if (page.dataset.liveStarted) return;
    page.dataset.liveStarted = "true";
    const { form, groups } = JSON.parse(page.dataset.liveForm);
    const draw = () => page.querySelectorAll("[data-answers]").forEach(part => redraw(page, part, form, groups ?? {}));
    page.addEventListener("input", draw);
    page.addEventListener("change", draw);
    draw();
}

function redraw(page, part, form, groups) {
    const prefix = part.dataset.answers;
    const asked = shown(form, answersIn(page, form, prefix), groupsOf(page, part, groups));
    for (const field of part.querySelectorAll("[data-asked]")) field.hidden = !asked.fields.includes(field.dataset.asked);
    for (const section of part.querySelectorAll("[data-asked-section]"))
        section.hidden = !section.querySelector("[data-asked]:not([hidden])");
}

/** Those of the fee; or, where a part names inputs such as "track type", what is chosen in each: "track:theory". */
function groupsOf(page, part, groups) {
    const { answers, groupInputs } = part.dataset;
    if (groupInputs) return groupInputs.split(" ").map(name => `${name}:${chosen(page, name) ?? ""}`);
    return groups[chosen(page, answers.replace(/answers\.$/, "fee")) ?? ""] ?? [];
}

/** The answers as the server reads them (PostedAnswers). */
function answersIn(page, form, prefix) {
    const answers = {};
    for (const section of form.sections ?? []) for (const field of section.fields ?? []) {
        const answer = answerOf(page, field, prefix + field.key);
        if (answer !== null) answers[field.key] = answer;
    }
    return answers;
}

function answerOf(page, field, name) {
    if (field.type === "accompanying_persons") return persons(page, name);
    if (field.type === "multiple_choice") {
        const picked = inputs(page, name).filter(input => input.checked).map(input => input.value);
        return picked.length ? picked : null;
    }
    if (field.parts?.length) {
        const parts = field.parts.map(part => [part.key, answerOf(page, part, `${name}.${part.key}`)])
            .filter(([, answer]) => answer !== null);
        return parts.length ? Object.fromEntries(parts) : null;
    }
    const text = chosen(page, name)?.trim() ?? "";
    if (field.type === "consent") return text === "true" ? true : null;
    if (text === "") return null;
    if (field.type === "yes_no") return text === "true" ? true : text === "false" ? false : text;
    if (field.type === "number") return /^-?\d{1,20}([.,]\d{1,20})?$/.test(text) ? Number(text.replace(",", ".")) : text;
    return text;
}

/** Only how many there are can matter. */
function persons(page, name) {
    let count = 0;
    while (inputs(page, `${name}.${count}.at`).length) count++;
    return count ? Array.from({ length: count }, () => ({ at: "there" })) : null;
}

function chosen(page, name) {
    for (const input of inputs(page, name)) {
        if (input.type === "radio" || input.type === "checkbox") {
            if (input.checked) return input.value;
        } else if (input.value !== "") return input.value;
    }
    return null;
}

function inputs(page, name) {
    return [...page.querySelectorAll(`[name="${CSS.escape(name)}"]`)];
}
