package org.plenary.registration.order;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.payments.DeskPayments;
import org.plenary.payments.DeskPayments.Moved;
import org.plenary.payments.DeskPayments.Sum;
import org.plenary.tenancy.TenantHost;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a day's cashiers took, each in each way: what must lie in the cash box in the evening. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/desk")
@Requires(Permission.REGISTRATION_READ)
class TakingsPages {
    /** Shown; the file has all. */
    private static final int SHOWN = 200;

    private static final int MOST = 20_000;
    private static final List<String> COLUMNS =
            List.of("at", "cashier", "kind", "method", "reference", "receipt", "order", "amount", "currency");

    private final ConferenceApi conferences;
    private final DeskPayments desk;
    private final Clock clock;

    TakingsPages(ConferenceApi conferences, DeskPayments desk, Clock clock) {
        this.conferences = conferences;
        this.desk = desk;
        this.clock = clock;
    }

    /** A day in the conference's zone. */
    private record Day(UUID conference, Instant from, Instant to) {
        static Day of(ConferenceView conference, LocalDate day) {
            if (!TypedTime.isUsual(day))
                throw new Problem.InvalidInput("/day", "date", "A date is written 2027-05-14.");
            var zone = conference.timeZone();
            return new Day(
                    conference.id(),
                    day.atStartOfDay(zone).toInstant(),
                    day.plusDays(1).atStartOfDay(zone).toInstant());
        }
    }

    @GetMapping("/takings")
    ModelAndView report(
            @PathVariable String conference,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        var found = conferences.bySlug(conference);
        var shown = dayOf(found, day);
        var span = Day.of(found, shown);
        var sums = desk.sums(span.conference(), span.from(), span.to());
        var movements = desk.movements(span.conference(), span.from(), span.to(), SHOWN + 1);
        return new ModelAndView("registration/desk-takings")
                .addObject("slug", found.slug())
                .addObject("zone", found.timeZone())
                .addObject("day", shown)
                .addObject("sums", sums)
                .addObject("totals", totals(sums))
                .addObject("movements", movements.stream().limit(SHOWN).toList())
                .addObject("more", movements.size() > SHOWN);
    }

    @GetMapping("/takings.csv")
    ResponseEntity<byte[]> csv(
            @PathVariable String conference,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate day) {
        var found = conferences.bySlug(conference);
        var shown = dayOf(found, day);
        var span = Day.of(found, shown);
        var content = Stream.concat(
                        Stream.of(line(COLUMNS.stream().map(CsvCell::text))),
                        desk.movements(span.conference(), span.from(), span.to(), MOST).stream()
                                .map(TakingsPages::line))
                .collect(Collectors.joining());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + found.slug() + "-takings-" + shown + ".csv\"")
                .cacheControl(CacheControl.noStore())
                .body(content.getBytes(StandardCharsets.UTF_8));
    }

    /** What is left of each currency; different ones are never added. */
    private static Collection<Money> totals(List<Sum> sums) {
        var totals = new TreeMap<String, Money>();
        sums.forEach(sum -> totals.merge(sum.net().getCurrencyUnit().getCode(), sum.net(), Money::plus));
        return totals.values();
    }

    private LocalDate dayOf(ConferenceView conference, @Nullable LocalDate asked) {
        return asked == null ? LocalDate.ofInstant(clock.instant(), conference.timeZone()) : asked;
    }

    private static String line(Moved moved) {
        return line(Stream.of(
                CsvCell.text(moved.at().toString()),
                CsvCell.text(moved.cashier()),
                CsvCell.text(moved.kind()),
                CsvCell.text(moved.method().wire()),
                CsvCell.text(moved.proof() == null ? "" : moved.proof()),
                CsvCell.text(moved.number()),
                CsvCell.text(moved.reference()),
                CsvCell.number(moved.amount().getAmount().toPlainString()),
                CsvCell.text(moved.amount().getCurrencyUnit().getCode())));
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",")) + "\r\n";
    }
}
