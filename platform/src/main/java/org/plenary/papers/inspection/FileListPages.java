package org.plenary.papers.inspection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Chip;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The files of all papers, what is wrong with how many, and with which. */
@Controller
@TenantHost
class FileListPages {
    static final String WITHHELD = "withheld";
    private static final int MOST = 200;
    private static final List<String> CODES =
            List.of(WITHHELD, "unchecked", "unreadable", "mend", "notes", CheckedFile.CHECKING, "fine");

    private final ConferenceApi conferences;
    private final CheckedFiles checked;
    private final FileWords words;

    FileListPages(ConferenceApi conferences, CheckedFiles checked, FileWords words) {
        this.conferences = conferences;
        this.checked = checked;
        this.words = words;
    }

    record Row(int number, String title, String code, boolean withheld, List<FileWords.Said> said) {}

    /** @param show one of the kinds; anything else shows all */
    @GetMapping("/manage/conferences/{conference}/papers/files")
    @Requires(Permission.PAPERS_READ)
    ModelAndView show(@PathVariable String conference, @RequestParam(defaultValue = "") String show, Locale locale) {
        var found = conferences.bySlug(conference);
        var hidden = checked.hidesAuthors(found.id());
        var files = checked.ofConference(found.id());
        var wanted = files.stream()
                .filter(file -> !CODES.contains(show) || is(file, show, hidden))
                .toList();
        return new ModelAndView("papers/files")
                .addObject("slug", found.slug())
                .addObject("chips", chips(found.slug(), files, show, hidden, locale))
                .addObject("count", wanted.size())
                .addObject("most", MOST)
                .addObject(
                        "files",
                        wanted.stream()
                                .limit(MOST)
                                .map(file -> row(file, hidden, locale))
                                .toList());
    }

    private Row row(CheckedFile file, boolean hidden, Locale locale) {
        var verdict = file.verdict();
        return new Row(
                file.paper().number(),
                file.paper().content().title(),
                file.code(),
                hidden && file.isWithheld(),
                verdict == null ? List.of() : words.of(verdict, locale));
    }

    private List<Chip> chips(String slug, List<CheckedFile> files, String show, boolean hidden, Locale locale) {
        var address = "/manage/conferences/" + slug + "/papers/files";
        var chips = new ArrayList<Chip>();
        for (var code : CODES) {
            var count = files.stream().filter(file -> is(file, code, hidden)).count();
            var on = code.equals(show);
            if (count > 0 || on)
                chips.add(new Chip(
                        on ? address : address + "?show=" + code,
                        words.text("papers.files.is-" + code, locale),
                        on,
                        count));
        }
        return chips;
    }

    private static boolean is(CheckedFile file, String code, boolean hidden) {
        return code.equals(WITHHELD) ? hidden && file.isWithheld() : file.code().equals(code);
    }
}
