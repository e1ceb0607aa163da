package org.plenary.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plenary.journey.Browsing.Screen;

/** A form is built from a ready one, looked at, and filled, by people with and without scripts. */
class FormBuilderIT extends RobotsJourney {
    @Test
    void aFormIsBuiltAndFilledByDelegates() {
        robots("2027-05-10", "2027-05-12", "{\"sections\": []}");
        aFee("free", "Free", "免费", "0.00");
        var owner = browsing.desktop("en-US");
        organizer.signIn(owner);
        var form = manage + "/form";

        start(owner, form);
        addAField(owner, form);
        giveACondition(owner, form);
        owner.open(form)
                .sees("Only if")
                .page()
                .locator(".builder-preview [data-live-form]")
                .waitFor();
        owner.shoot("form-builder");
        owner.open(form + "/comparison").sees("added").shoot("form-comparison");
        owner.open(form + "/preview").shoot("form-preview");
        keepAndImport(owner, form);
        owner.open(form + "/sections/travel").shoot("form-section");
        owner.open(form + "?lang=zh-CN").sees("注册表单").shoot("form-builder-zh");
        owner.open(form + "/fields/meal").shoot("form-field-zh");
        owner.open(form + "?lang=en");
        var phone = browsing.phone("en-US");
        organizer.signIn(phone);
        phone.open(form).shoot("form-builder-phone");
        phone.open(form + "/fields/dinner").shoot("form-field-phone");

        publish();
        fill(browsing.desktop("en-US"), site);
        note(owner);
        browsing.phone("zh-CN").open(site + "/c/robots/register").shoot("form-register-phone-zh");
        browsing.assertQuiet();
    }

    private static void start(Screen owner, String form) {
        owner.open(form).goBy("a[href$='/form/start']");
        owner.goBy("button[value='preset:visa']").sees("The form was saved").sees("Visa letter");
    }

    private static void keepAndImport(Screen owner, String form) {
        owner.open(form + "/start").shoot("form-start").fill("name", "Standard");
        owner.goBy("form[action$='/templates'] button[type=submit]").sees("The template was kept.");
        owner.goBy("button[value^='template:']").sees("Registration form");
        owner.open(form + "/start").fill("json", """
                        {"sections": [{"key": "s", "title": "S", "fields": [{"key": "a", "kind": "text"}]}]}""");
        owner.goBy("form[action$='/import'] button[type=submit]").sees("/sections/0/fields/0/kind");
        assertThat(owner.page().inputValue("[name=json]")).contains("\"kind\"");
    }

    private static void addAField(Screen owner, String form) {
        owner.goBy("a[href$='/sections/unit/fields/new']")
                .sees("What do you want to ask?")
                .shoot("form-kinds");
        owner.goBy("a[href$='type=choice']").fill("label.en", "Size of the unit", "label.zh-CN", "单位规模");
        owner.fill("options.0.label.en", "Small", "options.1.label.en", "Large");
        owner.goBy("button[value='options.down.0']");
        assertThat(owner.page().inputValue("[name='options.0.label.en']")).isEqualTo("Large");
        owner.submit().sees("Size of the unit");
        owner.goBy("button[aria-label='Duplicate “Size of the unit”']");
        assertThat(owner.page().locator("[data-key=size_of_the_unit_2]").count())
                .isEqualTo(1);
        owner.press("[data-key=size_of_the_unit_2] [data-dialog]");
        owner.goBy("[data-dialog-panel] button[type=submit]");
        assertThat(owner.page().locator("[data-key=size_of_the_unit_2]").count())
                .isZero();
    }

    private static void giveACondition(Screen owner, String form) {
        owner.open(form + "/fields/habits").fill("conditions.0.0.field", "dinner");
        owner.page().locator("input[name='conditions.0.0.value']").first().waitFor();
        owner.check("conditions.0.0.value", "true").shoot("form-condition");
        owner.submit().sees("The form was saved");
        owner.open(form + "/fields/dinner").fill("conditions.0.0.field", "habits");
        owner.page().locator("select[name='conditions.0.0.op']").waitFor();
        owner.submit().sees("the fields dinner → habits → dinner depend on each other");
    }

    private static void fill(Screen delegate, String site) {
        delegate.open(site + "/c/robots/register");
        var passport = delegate.page().locator("[data-asked=passport]");
        assertThat(passport.isVisible()).isFalse();
        delegate.check("delegates.0.answers.letter", "true");
        passport.waitFor();
        delegate.goBy("button[value='delegates.0.answers.guests.add']");
        delegate.fill("delegates.0.answers.guests.0.name", "Bob");
        assertThat(passport.isVisible())
                .as("still asked after the page was drawn again")
                .isTrue();
        delegate.shoot("form-register");
        delegate.check("delegates.0.answers.letter", "false");
        assertThat(passport.isVisible()).isFalse();
        delegate.fill("contact.name", "Ada", "contact.email", "ada@example.org", "contact.country", "GB");
        delegate.check("delegates.0.fee", "free");
        delegate.fill("delegates.0.answers.name", "Ada", "delegates.0.answers.email", "ada@example.org");
        delegate.fill("delegates.0.answers.nationality", "GB", "delegates.0.answers.unit", "Mill");
        delegate.check("delegates.0.answers.purpose", "paper").check("delegates.0.answers.dinner", "true");
        delegate.check("delegates.0.answers.meal.meal", "halal").check("delegates.0.answers.privacy", "true");
        delegate.check("delegates.0.answers.guests.0.age", "adult");
        delegate.goBy("button[name=place]:not(.visually-hidden)").sees("Answers");
        delegate.press("details.answers > summary")
                .sees("Halal")
                .sees("Bob, Adult")
                .shoot("form-order");
    }

    /** The staff read what was answered, and write down what is for them only. */
    private void note(Screen owner) {
        owner.open(manage + "/delegates").goBy("th[scope=row] a").sees("Halal");
        owner.check("answers.source", "paper")
                .fill("answers.note", "Came by post")
                .submit();
        owner.sees("Saved.").sees("Paper form").shoot("form-delegate");
    }
}
