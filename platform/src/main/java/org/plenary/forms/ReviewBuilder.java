package org.plenary.forms;

import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Formats;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where the form of reviews is built, and by whom. */
final class ReviewBuilder {
    private static final String ADDRESS = "/manage/conferences/{conference}/papers/reviewing/form";

    private ReviewBuilder() {}

    @Controller
    @TenantHost
    @RequestMapping(ADDRESS)
    @Requires(Permission.PAPERS_WRITE)
    static class Whole extends FormPages {
        Whole(Builders builders) {
            super(builders.of(Purpose.REVIEW));
        }
    }

    @Controller
    @TenantHost
    @RequestMapping(ADDRESS)
    @Requires(Permission.PAPERS_WRITE)
    static class Sections extends SectionPages {
        Sections(Builders builders, ConditionView conditions) {
            super(builders.of(Purpose.REVIEW), conditions);
        }
    }

    @Controller
    @TenantHost
    @RequestMapping(ADDRESS)
    @Requires(Permission.PAPERS_WRITE)
    static class Fields extends FieldPages {
        Fields(Builders builders, FieldInputs inputs) {
            super(builders.of(Purpose.REVIEW), inputs);
        }
    }

    @Controller
    @TenantHost
    @RequestMapping(ADDRESS)
    @Requires(Permission.PAPERS_WRITE)
    static class Starts extends StartPages {
        Starts(Builders builders, Starting starting, FormTemplates templates, FormTransfer transfer, FormWords words) {
            super(builders.of(Purpose.REVIEW), starting, templates, transfer, words);
        }
    }

    @Controller
    @TenantHost
    @RequestMapping(ADDRESS)
    @Requires(Permission.PAPERS_READ)
    static class Comparisons extends ComparisonPages {
        Comparisons(Builders builders, FormWords words, Formats formats, Json json) {
            super(builders.of(Purpose.REVIEW), words, formats, json);
        }
    }
}
