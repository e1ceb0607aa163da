package org.plenary.kernel.web;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Languages;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes values in the reader's language; templates call it as {@code #formats}. */
@Component
public class Formats {
    private static final Set<String> GOOD = Set.of(
            "active",
            "accepted",
            "confirmed",
            "paid",
            "published",
            "ready",
            "checked_in",
            "succeeded",
            "verified",
            "delivered",
            "taken");
    private static final Set<String> WAITING = Set.of(
            "pending",
            "awaiting_approval",
            "provisioning",
            "verifying_email",
            "under_review",
            "waitlisted",
            "trial",
            "waiting",
            "running",
            "open",
            "sent");
    private static final Set<String> BAD = Set.of(
            "failed",
            "suspended",
            "rejected",
            "expired",
            "disputed",
            "past_due",
            "maintenance",
            "overdue",
            "parked",
            "lapsed");
    private static final Set<String> NEWS =
            Set.of("submitted", "invited", "refunded", "partially_refunded", "queued", "offered");
    private static final long KILO = 1024;
    /** In minutes. */
    private static final long DAY = 24 * 60;

    private final MessageSource messages;
    private final Clock clock;

    Formats(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code €120.00}, {@code CN¥120.00}: the currency's own digits, its code where the symbol would be ambiguous. */
    public String money(@Nullable Money money) {
        if (money == null) return "";
        var format = NumberFormat.getCurrencyInstance(locale());
        var digits = money.getCurrencyUnit().getDecimalPlaces();
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.getAmount());
    }

    public String number(@Nullable Number number) {
        return number == null ? "" : NumberFormat.getInstance(locale()).format(number);
    }

    /** {@code 14 May 2027}, {@code 2027年5月14日}. */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : pattern(isChinese() ? "y年M月d日" : "d MMM y").format(date);
    }

    /** {@code May 2027}, {@code 2027年5月}. */
    public String month(YearMonth month) {
        return pattern(isChinese() ? "y年M月" : "MMM y").format(month);
    }

    /** {@code Fri 14 May 2027}, {@code 2027年5月14日 周五}. */
    public String dateWithDay(@Nullable LocalDate date) {
        return date == null
                ? ""
                : pattern(isChinese() ? "y年M月d日 EEE" : "EEE d MMM y").format(date);
    }

    /** {@code 14–17 May 2027}, {@code 30 May – 2 Jun 2027}, {@code 2027年5月14日至17日}. */
    public String dateRange(LocalDate from, LocalDate to) {
        if (from.equals(to)) return date(from);
        var sameYear = from.getYear() == to.getYear();
        var sameMonth = sameYear && from.getMonth() == to.getMonth();
        if (isChinese())
            return date(from) + "至"
                    + pattern(sameMonth ? "d日" : sameYear ? "M月d日" : "y年M月d日").format(to);
        if (sameMonth) return from.getDayOfMonth() + "–" + date(to);
        return pattern(sameYear ? "d MMM" : "d MMM y").format(from) + " – " + date(to);
    }

    /** {@code 14 May 2027, 23:59 CST}: a moment as it is in a place, with the place's zone. */
    public String dateTime(@Nullable Instant at, ZoneId zone) {
        if (at == null) return "";
        return pattern(isChinese() ? "y年M月d日 HH:mm z" : "d MMM y, HH:mm z").format(at.atZone(zone));
    }

    /** {@code 09:30}. */
    public String time(Instant at, ZoneId zone) {
        return pattern("HH:mm").format(at.atZone(zone));
    }

    /** {@code China Time (UTC+08:00)}: the offset is that of today. */
    public String zone(ZoneId zone) {
        return zone(zone, LocalDate.now(clock.withZone(zone)));
    }

    /** {@code Central European Time (UTC+02:00)}: the offset is that of this day's noon. */
    public String zone(ZoneId zone, LocalDate day) {
        var offset = zone.getRules().getOffset(day.atTime(LocalTime.NOON));
        return zone.getDisplayName(TextStyle.FULL, locale()) + " (UTC" + (offset.getTotalSeconds() == 0 ? "" : offset)
                + ")";
    }

    /** What a plan is called; one that has no name is shown as it is. */
    public String plan(String plan) {
        return String.valueOf(messages.getMessage("plan." + plan, null, plan, locale()));
    }

    /** {@code 5 minutes ago}, {@code in 3 days}. */
    public String relative(Instant at) {
        var distance = Duration.between(at, clock.instant());
        var ahead = distance.isNegative();
        var minutes = distance.abs().toMinutes();
        if (minutes < 1) return text("kernel.relative.now");
        var unit = minutes < 60 ? "minutes" : minutes < DAY ? "hours" : "days";
        var count = minutes < 60 ? minutes : minutes < DAY ? minutes / 60 : (minutes + DAY / 2) / DAY;
        return text("kernel.relative." + (ahead ? "in-" : "ago-") + unit, count);
    }

    /** {@code 1.4 MB}. */
    public String bytes(long bytes) {
        return bytes(bytes, locale());
    }

    public static String bytes(long bytes, Locale locale) {
        var units = List.of("B", "KB", "MB", "GB", "TB");
        double amount = bytes;
        var unit = 0;
        while (amount >= KILO && unit < units.size() - 1) {
            amount /= KILO;
            unit++;
        }
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(unit == 0 || amount >= 10 ? 0 : 1);
        return format.format(amount) + " " + units.get(unit);
    }

    /** The text {@code status.<name>} of a status; enums and strings in either case are taken. */
    public String status(Object status) {
        return text("status." + name(status).replace('_', '-'));
    }

    /** The colour of a status badge: {@code good}, {@code waiting}, {@code bad}, {@code news} or {@code quiet}. */
    public String tone(Object status) {
        var name = name(status);
        if (GOOD.contains(name)) return "good";
        if (WAITING.contains(name)) return "waiting";
        if (BAD.contains(name)) return "bad";
        return NEWS.contains(name) ? "news" : "quiet";
    }

    public String initial(@Nullable String name) {
        return name == null || name.isBlank()
                ? ""
                : new String(Character.toChars(name.strip().codePointAt(0)));
    }

    public String country(@Nullable String code) {
        return code == null || code.isBlank() ? "" : Locale.of("", code).getDisplayCountry(locale());
    }

    public String languageTag() {
        return Languages.nearest(locale().toLanguageTag()).toLanguageTag();
    }

    public List<String> languages() {
        return Languages.ALL.stream().map(Locale::toLanguageTag).toList();
    }

    /** A language by its own name. */
    public String languageName(String tag) {
        return tag.equals(Languages.CHINESE.toLanguageTag()) ? "中文" : "English";
    }

    /** The {@code aria-describedby} of a field: its error first, then its help. */
    public @Nullable String describedBy(String name, @Nullable Object help, @Nullable Object error) {
        if (help == null && error == null) return null;
        if (help == null) return "e-" + name;
        return error == null ? "h-" + name : "e-" + name + " h-" + name;
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static String name(Object status) {
        return status.toString().toLowerCase(Locale.ROOT);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, locale());
    }

    private static boolean isChinese() {
        return locale().getLanguage().equals("zh");
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
