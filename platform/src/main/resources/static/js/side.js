// A menu longer than the window opens where the current page is.
const side = document.querySelector(".side");
const current = side?.querySelector("[aria-current]");
if (current && current.offsetTop + current.offsetHeight > side.clientHeight)
    side.scrollTop = current.offsetTop - side.clientHeight / 2;
