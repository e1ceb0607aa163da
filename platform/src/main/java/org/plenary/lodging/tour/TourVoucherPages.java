package org.plenary.lodging.tour;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.registration.BuyersOrders;
import org.plenary.registration.BuyersOrders.Opened;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The buyer's vouchers for tours: to be shown on a phone, printed, named and mailed; opened by the order's secret link. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/orders/{code}/tours")
class TourVoucherPages {
    private static final String NAME = "names.";

    private final ConferenceApi conferences;
    private final BuyersOrders orders;
    private final TourVouchers vouchers;
    private final TourVoucherDesk desk;
    private final TourWords words;

    TourVoucherPages(
            ConferenceApi conferences,
            BuyersOrders orders,
            TourVouchers vouchers,
            TourVoucherDesk desk,
            TourWords words) {
        this.conferences = conferences;
        this.orders = orders;
        this.vouchers = vouchers;
        this.desk = desk;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        var found = conferences.bySlug(conference);
        return page(found, orders.open(found, code, secret), secret, locale);
    }

    private ModelAndView page(ConferenceView conference, Opened order, @Nullable String secret, Locale locale) {
        var tours = vouchers.of(conference, order.id(), locale);
        if (tours.isEmpty()) throw new Problem.NotFound("The vouchers");
        return new ModelAndView("lodging/tour-vouchers")
                .addObject("slug", conference.slug())
                .addObject("name", conference.name().in(locale))
                .addObject("code", order.code())
                .addObject("email", order.email())
                .addObject("secret", secret)
                .addObject("tours", tours);
    }

    @GetMapping("/vouchers.pdf")
    ResponseEntity<byte[]> pdf(
            @PathVariable String conference, @PathVariable String code, @RequestParam String secret) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        var files = vouchers.files(found, order.id(), order.locale());
        if (files.isEmpty()) throw new Problem.NotFound("The vouchers");
        var disposition = ContentDisposition.attachment()
                .filename(files.getFirst().name(), StandardCharsets.US_ASCII)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .cacheControl(CacheControl.noStore())
                .body(files.getFirst().content());
    }

    @PostMapping("/names")
    ModelAndView name(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> values,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var secret = values.getFirst("secret");
        var order = orders.open(found, code, secret);
        try {
            desk.name(order, names(values));
        } catch (Problem.InvalidInput e) {
            var view = page(found, order, secret, locale);
            view.addObject("fieldErrors", words.errors(e, locale));
            view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return view;
        }
        redirect.addFlashAttribute("flash", Flash.success(words.text("lodging.tour.voucher.named", locale)));
        return back(found, order, "/tours", secret, redirect);
    }

    private static Map<String, String> names(MultiValueMap<String, String> values) {
        var names = new LinkedHashMap<String, String>();
        values.toSingleValueMap().forEach((field, value) -> {
            if (field.startsWith(NAME)) names.put(field.substring(NAME.length()), value);
        });
        return names;
    }

    @PostMapping("/mail")
    ModelAndView mail(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale,
            RedirectAttributes redirect) {
        var found = conferences.bySlug(conference);
        var order = orders.open(found, code, secret);
        if (!desk.mail(found, order)) throw new Problem.NotFound("The vouchers");
        redirect.addFlashAttribute(
                "flash", Flash.success(words.text("lodging.tour.voucher.mailed", locale, order.email())));
        return back(found, order, "/tours", secret, redirect);
    }

    private static ModelAndView back(
            ConferenceView conference,
            Opened order,
            String page,
            @Nullable String secret,
            RedirectAttributes redirect) {
        redirect.addAttribute("secret", secret);
        return new ModelAndView("redirect:/c/" + conference.slug() + "/orders/" + order.code() + page);
    }
}
