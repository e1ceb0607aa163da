package org.plenary.lodging.pool;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.TypedTime;
import org.plenary.kernel.Violations;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** The answers for the pool as the browser sends them. */
final class PoolForm {
    static final List<String> LANGUAGES =
            List.of("en", "zh", "es", "fr", "de", "ru", "ar", "pt", "it", "ja", "ko", "hi");
    private static final int LONGEST_NAME = 200;
    static final int LONGEST_ABOUT = 300;

    private final MultiValueMap<String, String> values;

    PoolForm(MultiValueMap<String, String> values) {
        this.values = values;
    }

    /** @param name and nights as they are likely to be */
    static PoolForm fresh(String name, LocalDate checkIn, LocalDate checkOut) {
        var values = new LinkedMultiValueMap<String, String>();
        values.set("name", name);
        values.set("check_in", checkIn.toString());
        values.set("check_out", checkOut.toString());
        values.set("rhythm", Wishes.Rhythm.ANY.wire());
        return new PoolForm(values);
    }

    static PoolForm of(Seeker seeker) {
        var form = fresh(seeker.name(), seeker.checkIn(), seeker.checkOut());
        var wishes = seeker.wishes();
        form.values.put("languages", wishes.languages());
        form.values.set("smoking", wishes.smoking().wire());
        form.values.set("rhythm", wishes.rhythm().wire());
        form.values.set("gender", wishes.gender().wire());
        form.values.put(
                "wants", wishes.wants().stream().map(Wishes.Gender::wire).toList());
        form.values.set("about", wishes.about());
        if (wishes.quiet()) form.values.set("quiet", "true");
        if (seeker.keeps()) form.values.set("keeps", "true");
        if (seeker.booking() != null) form.values.set("room", seeker.booking().toString());
        return form;
    }

    /** The value of a field; templates call it. */
    public String get(String field) {
        return Objects.requireNonNullElse(values.getFirst(field), "");
    }

    /** The values of a field that may have many; templates call it. */
    public List<String> all(String field) {
        return Objects.requireNonNullElse(values.get(field), List.of());
    }

    boolean isTicked(String field) {
        return get(field).equals("true");
    }

    String name() {
        return get("name").strip();
    }

    @Nullable
    LocalDate day(String field) {
        try {
            return TypedTime.day(get(field));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Null when something is wrong, which is found then. */
    @Nullable
    Wishes wishes(Violations found) {
        var languages = all("languages").stream().filter(LANGUAGES::contains).toList();
        var smoking = one(Wishes.Smoking.values(), Wishes.Smoking::wire, get("smoking"));
        var rhythm = one(Wishes.Rhythm.values(), Wishes.Rhythm::wire, get("rhythm"));
        var gender = one(Wishes.Gender.values(), Wishes.Gender::wire, get("gender"));
        found.text("/name", name(), LONGEST_NAME)
                .check(!languages.isEmpty(), "/languages", "required", "This is required.")
                .required("/smoking", smoking)
                .required("/rhythm", rhythm)
                .required("/gender", gender)
                .optionalText("/about", get("about"), LONGEST_ABOUT)
                .check(isTicked("consent"), "/consent", "consent_needed", "Without this we cannot take you in.");
        if (smoking == null || rhythm == null || gender == null) return null;
        var wants = Arrays.stream(Wishes.Gender.values())
                .filter(each -> each != Wishes.Gender.UNSAID && all("wants").contains(each.wire()))
                .toList();
        return new Wishes(
                languages,
                smoking,
                rhythm,
                isTicked("quiet"),
                gender,
                wants,
                get("about").strip());
    }

    private static <T> @Nullable T one(T[] all, Function<T, String> wire, String value) {
        return Arrays.stream(all)
                .filter(each -> wire.apply(each).equals(value))
                .findFirst()
                .orElse(null);
    }
}
