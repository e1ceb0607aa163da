// Whoever signs up is most likely at home in the zone of their own clock.
const zones = document.querySelector("[data-own-zone] select");
const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zones && !document.querySelector(".form-summary") && [...zones.options].some(each => each.value === own))
    zones.value = own;
