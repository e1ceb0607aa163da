// A progress box asks its address for itself until it is done, then goes where it leads.
document.querySelectorAll("[data-poll], [data-go]").forEach(box => follow(box));

async function follow(box) {
    if (box.dataset.go) return location.assign(box.dataset.go);
    if (!box.dataset.poll) return undefined;
    await new Promise(resolve => setTimeout(resolve, 1000 * (Number(box.dataset.pollSeconds) || 2)));
    try {
        const answer = await fetch(box.dataset.poll, { headers: { Accept: "text/html" }, credentials: "same-origin" });
        if (answer.redirected && new URL(answer.url).pathname !== new URL(box.dataset.poll, location).pathname)
            return location.assign(answer.url);
        const next = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(box.id);
        if (!answer.ok || !next) return location.reload();
        box.replaceWith(document.adoptNode(next));
        return follow(next);
    } catch {
        return follow(box);
    }
}
