package org.plenary.registration.group;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Names from a sheet: the sheet to fill, what an uploaded one would do, and then the doing; and the list of names. */
abstract class SheetDesk {
    /** The checked sheet goes to the browser and back in a field of a form. */
    private static final int MOST_BYTES = 1_000_000;

    private final Entrance.Door door;
    private final SheetChecking checking;
    private final SheetTaking taking;
    private final GroupTables tables;
    private final GroupDesk.DeskWords words;

    SheetDesk(
            Entrance.Door door,
            SheetChecking checking,
            SheetTaking taking,
            GroupTables tables,
            GroupDesk.DeskWords words) {
        this.door = door;
        this.checking = checking;
        this.taking = taking;
        this.tables = tables;
        this.words = words;
    }

    abstract boolean isStaff();

    @Controller
    @TenantHost
    @Public
    @RequestMapping("/c/{conference}/groups/{code}")
    static class OfCoordinators extends SheetDesk {
        OfCoordinators(
                Entrance.Door door,
                SheetChecking checking,
                SheetTaking taking,
                GroupTables tables,
                GroupDesk.DeskWords words) {
            super(door, checking, taking, tables, words);
        }

        @Override
        boolean isStaff() {
            return false;
        }
    }

    @Controller
    @TenantHost
    @Requires(Permission.REGISTRATION_WRITE)
    @RequestMapping("/manage/conferences/{conference}/groups/{code}")
    static class OfStaff extends SheetDesk {
        OfStaff(
                Entrance.Door door,
                SheetChecking checking,
                SheetTaking taking,
                GroupTables tables,
                GroupDesk.DeskWords words) {
            super(door, checking, taking, tables, words);
        }

        @Override
        boolean isStaff() {
            return true;
        }
    }

    @GetMapping("/names.{format:csv|xlsx}")
    ResponseEntity<byte[]> names(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return tables.names(door.open(conference, code, secret, isStaff()), format, locale);
    }

    @GetMapping("/template.{format:csv|xlsx}")
    ResponseEntity<byte[]> template(
            @PathVariable String conference,
            @PathVariable String code,
            @PathVariable String format,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return tables.template(door.open(conference, code, secret, isStaff()), format, locale);
    }

    @GetMapping("/sheet")
    ModelAndView upload(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            Locale locale) {
        return page(door.open(conference, code, secret, isStaff()), locale);
    }

    /** Says what the sheet would do. */
    @PostMapping("/sheet")
    ModelAndView check(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Locale locale)
            throws IOException {
        var entrance = door.open(conference, code, secret, isStaff());
        try {
            if (file == null || file.isEmpty()) throw new Problem.InvalidInput("/file", "required", "Choose a file.");
            if (file.getSize() > MOST_BYTES)
                throw new Problem.InvalidInput("/file", "too_large", "At most 1 MB.", java.util.Map.of("megabytes", 1));
            return checked(entrance, file.getBytes(), locale);
        } catch (Problem.InvalidInput e) {
            return refused(entrance, e, locale);
        }
    }

    /** Takes all rows, or the good ones. */
    @PostMapping("/sheet/names")
    ModelAndView take(
            @PathVariable String conference,
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String secret,
            @RequestParam(defaultValue = "") String sheet,
            @RequestParam(defaultValue = "all") String rows,
            Locale locale,
            RedirectAttributes redirect) {
        var entrance = door.open(conference, code, secret, isStaff());
        try {
            var content = content(sheet);
            var checked = checking.check(entrance, content, locale);
            if (rows.equals("all") && !checked.bad().isEmpty()) return checked(entrance, content, locale);
            var taken =
                    rows.equals("all") ? taking.all(entrance, checked.good()) : taking.each(entrance, checked.good());
            redirect.addFlashAttribute(
                    "flash", words.success("registration.group.sheet.taken", locale, taken.named(), taken.failed()));
        } catch (Problem.InvalidInput e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("registration.group.sheet.lost", locale)));
            return new ModelAndView("redirect:" + entrance.path("/sheet"));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.of(e, locale)));
        }
        return new ModelAndView("redirect:" + entrance.path(""));
    }

    private static byte[] content(String sheet) {
        try {
            return Base64.getDecoder().decode(sheet.getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/file", "malformed", "The sheet is no longer here.");
        }
    }

    private ModelAndView checked(Entrance entrance, byte[] content, Locale locale) {
        var checked = checking.check(entrance, content, locale);
        var view = page(entrance, locale)
                .addObject("checked", checked)
                .addObject("sheet", Base64.getEncoder().encodeToString(content));
        if (!checked.bad().isEmpty()) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView refused(Entrance entrance, Problem problem, Locale locale) {
        var view = page(entrance, locale).addObject("fieldErrors", words.errors(problem, locale));
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private ModelAndView page(Entrance entrance, Locale locale) {
        return words.page("registration/group-sheet", entrance, locale)
                .addObject("free", tables.free(entrance, locale));
    }
}
