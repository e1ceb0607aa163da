package org.plenary.billing.dues;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.kernel.web.Link;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** What is owed to the organization, by age. */
@Controller
@TenantHost
@RequestMapping(OpenItemsPages.PATH)
class OpenItemsPages {
    static final String PATH = "/manage/billing/open-items";
    private static final int ROWS = 50;
    private static final int LATEST = 10;

    private final OpenItems items;
    private final WriteOffRows writtenOff;
    private final AgeingPanels panels;
    private final LevelSettings settings;

    OpenItemsPages(OpenItems items, WriteOffRows writtenOff, AgeingPanels panels, LevelSettings settings) {
        this.items = items;
        this.writtenOff = writtenOff;
        this.panels = panels;
        this.settings = settings;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String age,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(required = false) @Nullable String after,
            Locale locale) {
        var now = items.now();
        var wanted = OpenItems.Wanted.of(age, currency, q);
        var page = Page.of(items.list(wanted, now, after, ROWS + 1), ROWS, OpenItem::cursor);
        var sums = items.sums(OpenItems.Wanted.ALL, now);
        var drawn = panels.of(sums, locale);
        var keep = Map.of("age", age, "currency", currency);
        return new ModelAndView("billing/open-items")
                .addObject("items", page.items())
                .addObject("panels", drawn)
                .addObject("chips", chips(q, age, currency, sums, drawn, locale))
                .addObject("q", q)
                .addObject("keep", keep)
                .addObject("narrowed", !(q + age + currency).isBlank())
                .addObject(
                        "exports",
                        List.of(
                                new Link(address(PATH + ".csv", q, age, currency, null), "CSV"),
                                new Link(address(PATH + ".xlsx", q, age, currency, null), "XLSX")))
                .addObject("levels", settings.current().all().size())
                .addObject("writtenOff", writtenOff.latest(LATEST))
                .addObject("zone", Tenancy.require().timeZone())
                .addObject("first", after == null ? null : address(PATH, q, age, currency, null))
                .addObject("next", page.next() == null ? null : address(PATH, q, age, currency, page.next()));
    }

    private List<Chip> chips(
            String q,
            String age,
            String currency,
            List<OpenItems.Sum> sums,
            List<AgeingPanels.Panel> drawn,
            Locale locale) {
        var chips = new ArrayList<Chip>();
        for (var each : Ageing.values()) {
            var on = each.wire().equals(age);
            var count = sums.stream()
                    .filter(sum -> sum.age() == each)
                    .mapToLong(OpenItems.Sum::items)
                    .sum();
            var address = address(PATH, q, on ? "" : each.wire(), currency, null);
            chips.add(new Chip(address, panels.name(each, locale), on, count));
        }
        if (drawn.size() < 2) return chips;
        for (var panel : drawn) {
            var on = panel.currency().equals(currency);
            chips.add(new Chip(address(PATH, q, age, on ? "" : panel.currency(), null), panel.currency(), on));
        }
        return chips;
    }

    private static String address(String path, String q, String age, String currency, @Nullable String after) {
        var address = UriComponentsBuilder.fromPath(path);
        if (!q.isBlank()) address.queryParam("q", "{q}");
        if (!age.isBlank()) address.queryParam("age", "{age}");
        if (!currency.isBlank()) address.queryParam("currency", "{currency}");
        if (after != null) address.queryParam("after", "{after}");
        var values = Map.of("q", q, "age", age, "currency", currency, "after", after == null ? "" : after);
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** Not under the list's own address: its items are there. */
    @Controller("openItemsFiles")
    @TenantHost
    static class Files {
        private final OpenItemsExport export;

        Files(OpenItemsExport export) {
            this.export = export;
        }

        @GetMapping(PATH + ".csv")
        @Requires(Permission.BILLING_READ)
        void csv(
                @RequestParam(required = false) @Nullable String q,
                @RequestParam(required = false) @Nullable String age,
                @RequestParam(required = false) @Nullable String currency,
                HttpServletResponse response)
                throws IOException {
            export.write(OpenItems.Wanted.of(age, currency, q), response);
        }

        @GetMapping(PATH + ".xlsx")
        @Requires(Permission.BILLING_READ)
        void spreadsheet(
                @RequestParam(required = false) @Nullable String q,
                @RequestParam(required = false) @Nullable String age,
                @RequestParam(required = false) @Nullable String currency,
                HttpServletResponse response)
                throws IOException {
            export.writeXlsx(OpenItems.Wanted.of(age, currency, q), response);
        }
    }
}
