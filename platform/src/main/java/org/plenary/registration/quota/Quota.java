package org.plenary.registration.quota;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;
import org.plenary.registration.fee.Fee;

/**
 * How many places there are for several fees and options together. Each place of a member counts in every quota that it belongs to.
 *
 * @param key never changes
 * @param size null for no limit, only to count
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quota(
        String key,
        LocalizedText name,
        @Nullable Integer size,
        @Nullable Members members) {
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,49}");
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_SIZE = 1_000_000;

    /**
     * @param everybody whether all fees belong to it, later ones too
     * @param fees keys of fees
     * @param categories names of fees' categories, in any of their languages
     * @param options {@code <field>:<option>} of the registration form
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Members(
            @Nullable Boolean everybody,
            @Nullable List<String> fees,
            @Nullable List<String> categories,
            @Nullable List<String> options) {
        public Members {
            fees = orEmpty(fees);
            categories = orEmpty(categories);
            options = orEmpty(options);
        }

        private static List<String> orEmpty(@Nullable List<String> given) {
            return given == null ? List.of() : List.copyOf(given);
        }

        boolean hasAny() {
            return Boolean.TRUE.equals(everybody)
                    || !(list(fees).isEmpty()
                            && list(categories).isEmpty()
                            && list(options).isEmpty());
        }

        /** The keys in {@link org.plenary.registration.Stock} whose places count. */
        Set<String> stockKeys(List<Fee> all) {
            var keys = new TreeSet<String>();
            for (var fee : all) if (has(fee)) keys.add(fee.stockKey());
            list(options).forEach(option -> keys.add("option:" + option));
            return keys;
        }

        private boolean has(Fee fee) {
            if (Boolean.TRUE.equals(everybody) || list(fees).contains(fee.key())) return true;
            return fee.category() != null
                    && fee.category().values().values().stream().anyMatch(list(categories)::contains);
        }

        static List<String> list(@Nullable List<String> given) {
            return orEmpty(given);
        }
    }

    String stockKey() {
        return "quota:" + key;
    }

    Members who() {
        return members == null ? new Members(null, null, null, null) : members;
    }

    /** @param options all of the form, as {@code <field>:<option>} */
    void check(List<Fee> fees, Set<String> options) {
        var found = new Violations();
        if (Json.isMissing(key) || key.isBlank()) found.add("/key", "required", "This is required.");
        else
            found.check(
                    KEY.matcher(key).matches(),
                    "/key",
                    "key",
                    "Letters, digits, - and _, starting with a letter, at most 50.");
        found.text("/name", name, MAXIMUM_NAME);
        found.check(size == null || size >= 0 && size <= MAXIMUM_SIZE, "/size", "range", "From 0 to 1000000.");
        found.check(who().hasAny(), "/members", "required", "A quota has at least one member.");
        var keys = fees.stream().map(Fee::key).collect(Collectors.toSet());
        unknown("/members/fees", Members.list(who().fees()), keys, "unknown_fee", found);
        unknown("/members/options", Members.list(who().options()), options, "unknown_option", found);
        var categories = new TreeSet<String>();
        fees.forEach(fee -> {
            if (fee.category() != null)
                categories.addAll(fee.category().values().values());
        });
        unknown("/members/categories", Members.list(who().categories()), categories, "unknown_category", found);
        found.throwIfAny();
    }

    private static void unknown(String pointer, List<String> given, Set<String> known, String code, Violations found) {
        for (var i = 0; i < given.size(); i++)
            found.check(known.contains(given.get(i)), pointer + "/" + i, code, "There is none of this name.");
    }
}
