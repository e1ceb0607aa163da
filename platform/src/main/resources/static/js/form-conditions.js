// Which sections and fields of a registration form are asked with some answers: the same as Visibility.java says on the server.
// A test holds both to it on random forms. Numbers are compared as doubles, texts by their UTF-16 units.

/**
 * @param form {sections: [{key, categories, visible_if, fields: [{key, type, visible_if}]}]}
 * @param answers by the fields' keys, as they are sent
 * @param groups the key and the category names of the delegate's fee; null to ask what any delegate is asked
 * @returns {sections: [keys shown], fields: [keys shown]}
 */
export function shown(form, answers, groups) {
    const fields = new Map();
    const sectionOf = new Map();
    const known = new Map();
    const asking = new Set();
    for (const section of form.sections ?? []) for (const field of section.fields ?? []) {
        fields.set(field.key, field);
        sectionOf.set(field.key, section);
    }

    function showsSection(section) {
        const categories = section.categories ?? [];
        const isFor = groups === null || categories.length === 0 || categories.some(category => groups.includes(category));
        return isFor && holds(section.visible_if);
    }

    function showsField(field) {
        if (known.has(field.key)) return known.get(field.key);
        if (asking.has(field.key)) return false;
        asking.add(field.key);
        const shows = showsSection(sectionOf.get(field.key)) && holds(field.visible_if);
        asking.delete(field.key);
        known.set(field.key, shows);
        return shows;
    }

    function holds(condition) {
        if (!condition) return true;
        if (condition.all) return condition.all.every(holds);
        if (condition.any) return condition.any.some(holds);
        if (condition.not) return !holds(condition.not);
        const value = valueOf(condition.field);
        if (condition.answered !== undefined) return condition.answered === isAnswered(condition.field, value);
        if (value === null) return false;
        if (condition.in) return condition.in.some(wanted => isOneOf(value, wanted));
        if (condition.equals !== undefined) return isOneOf(value, condition.equals);
        if (condition.at_least !== undefined) return compares(value, condition.at_least, 1);
        return condition.at_most !== undefined && compares(value, condition.at_most, -1);
    }

    function valueOf(key) {
        const field = fields.get(key);
        if (!field) return null;
        const answer = showsField(field) ? present(answers[key]) : null;
        return answer === null && field.type === "consent" ? false : answer;
    }

    function isAnswered(key, value) {
        return value !== null && !(fields.get(key)?.type === "consent" && value === false);
    }

    const all = [...form.sections ?? []];
    return {
        sections: all.filter(showsSection).map(section => section.key),
        fields: all.flatMap(section => section.fields ?? []).filter(showsField).map(field => field.key)
    };
}

function isOneOf(value, wanted) {
    return Array.isArray(value) ? value.some(one => isSame(one, wanted)) : isSame(value, wanted);
}

function isSame(a, b) {
    if (typeof a === "number" || typeof b === "number") {
        const one = numberOf(a);
        return one !== null && one === numberOf(b);
    }
    const text = textOf(a);
    return text !== null && text === textOf(b);
}

/** sign: 1 for at least, -1 for at most; a list is compared by how many are in it. */
function compares(value, bound, sign) {
    if (Array.isArray(value) || typeof value === "number") {
        const limit = numberOf(bound);
        const own = Array.isArray(value) ? value.length : value;
        return limit !== null && (sign > 0 ? own >= limit : own <= limit);
    }
    if (typeof value !== "string" || typeof bound !== "string") return false;
    return sign > 0 ? value >= bound : value <= bound;
}

function numberOf(value) {
    if (typeof value === "number") return value;
    return typeof value === "string" && /^-?[0-9]+(\.[0-9]+)?$/.test(value) ? Number(value) : null;
}

/** The picked meal stands for the whole answer of a meal and a diet. */
function textOf(value) {
    if (typeof value === "string") return value;
    if (typeof value === "boolean") return String(value);
    return isObject(value) && typeof value.meal === "string" ? value.meal : null;
}

/** An answer of nothing is no answer. */
function present(answer) {
    if (answer === undefined || answer === null) return null;
    if (typeof answer === "string" && answer.trim() === "") return null;
    if (Array.isArray(answer)) return answer.length === 0 ? null : answer;
    if (isObject(answer) && Object.values(answer).every(part => present(part) === null)) return null;
    return answer;
}

function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
