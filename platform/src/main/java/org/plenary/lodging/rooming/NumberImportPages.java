package org.plenary.lodging.rooming;

import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TableFile;
import org.plenary.kernel.web.Flash;
import org.plenary.lodging.contact.HotelDesk;
import org.plenary.lodging.contact.HotelDesks;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bringing in a hotel's numbers: choose its file, say what the columns are, look at what is wrong, take them. */
@Controller
@TenantHost
@Requires(Permission.REGISTRATION_WRITE)
@RequestMapping("/manage/conferences/{conference}/hotels/{hotel}/number-import")
class NumberImportPages {
    private final HotelDesks desks;
    private final NumberImporting importing;
    private final NumberImportPage page;
    private final HotelWords words;

    NumberImportPages(HotelDesks desks, NumberImporting importing, NumberImportPage page, HotelWords words) {
        this.desks = desks;
        this.importing = importing;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    ModelAndView upload(@PathVariable String conference, @PathVariable String hotel, Locale locale) {
        return page.upload(desks.ofStaff(conference, hotel), locale);
    }

    @PostMapping
    ModelAndView keep(
            @PathVariable String conference,
            @PathVariable String hotel,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var desk = desks.ofStaff(conference, hotel);
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            var id = importing.keep(desk, TableFile.of(file.getBytes()));
            return new ModelAndView("redirect:" + desk.base() + "/number-import/" + id);
        } catch (Problem.InvalidInput e) {
            return page.with(page.upload(desk, locale), e, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
    }

    @GetMapping("/{file}")
    ModelAndView mapping(
            @PathVariable String conference, @PathVariable String hotel, @PathVariable UUID file, Locale locale) {
        return page.guess(desks.ofStaff(conference, hotel), file, locale);
    }

    /** Tries the mapping; with the word to do it, takes the numbers. */
    @PostMapping("/{file}")
    ModelAndView confirm(
            @PathVariable String conference,
            @PathVariable String hotel,
            @PathVariable UUID file,
            @RequestParam MultiValueMap<String, String> parameters,
            Locale locale,
            RedirectAttributes redirect) {
        var desk = desks.ofStaff(conference, hotel);
        var mapping = mapping(desk, file, parameters);
        var step = parameters.getFirst("step");
        var tells = "true".equals(parameters.getFirst("tell"));
        if (!"all".equals(step) && !"good".equals(step)) return page.tried(desk, file, mapping, tells, null, locale);
        try {
            var count = importing.take(desk, file, mapping, "all".equals(step), tells);
            redirect.addFlashAttribute("flash", Flash.success(words.text("numbers-saved", locale, count)));
            return new ModelAndView("redirect:" + desk.base() + "/numbers");
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            return page.tried(desk, file, mapping, tells, e, locale);
        }
    }

    private NumberMapping mapping(HotelDesk desk, UUID file, MultiValueMap<String, String> parameters) {
        var columns = importing.file(desk, file).header().size();
        return new NumberMapping(IntStream.range(0, columns)
                .mapToObj(i -> Objects.requireNonNullElse(parameters.getFirst("column." + i), ""))
                .toList());
    }
}
