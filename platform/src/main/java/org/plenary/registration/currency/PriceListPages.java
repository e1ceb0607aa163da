package org.plenary.registration.currency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.PriceItem;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organizer's pages of further currencies: one list of prices for each. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/currencies")
class PriceListPages {
    private final ConferenceApi conferences;
    private final Currencies currencies;
    private final SettingPrices setting;
    private final PageErrors errors;
    private final MessageSource messages;

    PriceListPages(
            ConferenceApi conferences,
            Currencies currencies,
            SettingPrices setting,
            PageErrors errors,
            MessageSource messages) {
        this.conferences = conferences;
        this.currencies = currencies;
        this.setting = setting;
        this.errors = errors;
        this.messages = messages;
    }

    /** @param prices how many things have a price in it; @param all how many could */
    record Row(String code, String name, int prices, int all) {}

    @GetMapping
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView list(@PathVariable String conference, Locale locale) {
        return list(conferences.bySlug(conference), "", Map.of(), locale);
    }

    @PostMapping
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView add(@PathVariable String conference, @RequestParam(defaultValue = "") String currency, Locale locale) {
        var found = conferences.bySlug(conference);
        try {
            SettingPrices.currency(found, currency);
            return new ModelAndView("redirect:" + base(conference) + "/" + currency);
        } catch (Problem.InvalidInput e) {
            var view = list(found, currency, errors.of(e, locale), locale);
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
    }

    @GetMapping("/{currency}")
    @Requires(Permission.CONFERENCE_READ)
    ModelAndView prices(@PathVariable String conference, @PathVariable String currency, Locale locale) {
        var found = conferences.bySlug(conference);
        var unit = SettingPrices.currency(found, currency);
        var list = currencies.find(found.id(), unit);
        var form = Posted.empty()
                .set("version", list.map(Currencies.Listed::version).orElse(0L));
        var items = setting.items(found, locale);
        for (var i = 0; i < items.size(); i++) {
            var key = items.get(i).key();
            var at = i;
            list.ifPresent(each -> form.set(field(at), each.amounts().get(key)));
        }
        return prices(found, unit, items, form, list.isPresent(), locale);
    }

    @PostMapping("/{currency}")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView save(
            @PathVariable String conference,
            @PathVariable String currency,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var unit = SettingPrices.currency(found, currency);
        var form = new Posted(values);
        var items = setting.items(found, locale);
        // what of the list is a price of which line: empty lines are none
        var lines = new ArrayList<Integer>();
        try {
            var prices = new ArrayList<SettingPrices.Price>();
            for (var i = 0; i < items.size(); i++) {
                var amount = form.money(field(i), unit);
                if (amount == null) continue;
                prices.add(new SettingPrices.Price(form.get("prices." + i + ".item"), amount));
                lines.add(i);
            }
            form.throwIfWrong();
            setting.set(found, currency, prices, form.ifMatch());
        } catch (Problem.InvalidInput | Problem.Conflict | Problem.Stale e) {
            var view = prices(found, unit, items, form, true, locale);
            view.addObject("fieldErrors", onLines(errors.of(e, locale), lines));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(text("registration.currency.saved", locale, currency)));
        return new ModelAndView("redirect:" + base(conference));
    }

    @GetMapping("/{currency}/withdrawal")
    @Requires(Permission.CONFERENCE_WRITE)
    ModelAndView question(@PathVariable String conference, @PathVariable String currency) {
        conferences.bySlug(conference);
        return new ModelAndView("registration/currency-withdrawal")
                .addObject("slug", conference)
                .addObject("code", currency);
    }

    @PostMapping("/{currency}/withdrawal")
    @Requires(Permission.CONFERENCE_WRITE)
    String withdraw(
            @PathVariable String conference,
            @PathVariable String currency,
            Locale locale,
            RedirectAttributes redirect) {
        setting.withdraw(conferences.bySlug(conference), currency);
        redirect.addFlashAttribute("flash", Flash.success(text("registration.currency.withdrawn", locale, currency)));
        return "redirect:" + base(conference);
    }

    private ModelAndView list(ConferenceView conference, String wanted, Map<String, String> wrong, Locale locale) {
        var items = setting.items(conference, locale);
        var rows = currencies.further(conference.id()).stream()
                .map(unit -> row(conference, unit, items, locale))
                .toList();
        var view = new ModelAndView("registration/currencies")
                .addObject("slug", conference.slug())
                .addObject("main", name(conference.currency(), locale))
                .addObject("rows", rows)
                .addObject("wanted", wanted)
                .addObject("choices", choices(conference, rows, locale));
        if (!wrong.isEmpty()) view.addObject("fieldErrors", wrong);
        return view;
    }

    private Row row(ConferenceView conference, CurrencyUnit unit, List<PriceItem> items, Locale locale) {
        var amounts = currencies.find(conference.id(), unit).orElseThrow().amounts();
        var priced =
                items.stream().filter(item -> amounts.containsKey(item.key())).count();
        return new Row(unit.getCode(), name(unit, locale), Math.toIntExact(priced), items.size());
    }

    private static List<Choice> choices(ConferenceView conference, List<Row> rows, Locale locale) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> !unit.isPseudoCurrency() && !unit.equals(conference.currency()))
                .filter(unit -> rows.stream().noneMatch(row -> row.code().equals(unit.getCode())))
                .sorted(Comparator.comparing(CurrencyUnit::getCode))
                .map(unit -> new Choice(unit.getCode(), name(unit, locale)))
                .toList();
    }

    private ModelAndView prices(
            ConferenceView conference,
            CurrencyUnit unit,
            List<PriceItem> items,
            Posted form,
            boolean isOffered,
            Locale locale) {
        return new ModelAndView("registration/currency")
                .addObject("slug", conference.slug())
                .addObject("code", unit.getCode())
                .addObject("name", name(unit, locale))
                .addObject("items", items)
                .addObject("offered", isOffered)
                .addObject("form", form);
    }

    /** Messages of the list's prices brought to the lines that they stand in. */
    private static Map<String, String> onLines(Map<String, String> messages, List<Integer> lines) {
        var placed = new LinkedHashMap<String, String>();
        messages.forEach((field, message) -> {
            var parts = field.split("\\.");
            var isPrice = parts.length > 1 && parts[0].equals("prices") && parts[1].matches("\\d{1,4}");
            var number = isPrice ? Integer.parseInt(parts[1]) : -1;
            var isSent = isPrice && !lines.isEmpty() && number < lines.size() && !field.equals(field(number));
            placed.putIfAbsent(isSent ? field(lines.get(number)) : field, message);
        });
        return placed;
    }

    private static String field(int line) {
        return "prices." + line + ".amount";
    }

    private static String name(CurrencyUnit unit, Locale locale) {
        return unit.getCode() + " · " + unit.toCurrency().getDisplayName(locale);
    }

    private static String base(String conference) {
        return "/manage/conferences/" + conference + "/currencies";
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
