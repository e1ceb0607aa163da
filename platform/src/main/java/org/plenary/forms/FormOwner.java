package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** SPI: who has the forms of one purpose filled, and keeps the answers. One for each purpose. */
public interface FormOwner {
    /** Some of those who fill a form: a section can be kept to them. @param label as it is offered, which may say more than the name */
    record Group(String value, String name, String label) {}

    Purpose purpose();

    List<Group> groups(UUID conference, Locale locale);

    /** What to call a group that a form from elsewhere names and this conference does not have. */
    String unknownGroup(String value, Locale locale);

    /** The names of the ready forms to start from, in the order in which they are offered. */
    List<String> presets();

    /** Each version that was answered, and how often. */
    Map<Integer, Integer> answers(UUID conference);

    boolean isAnswered(UUID conference, int version);

    /** Another definition is put in use, in the transaction that does so. */
    void changed(UUID conference, FormDefinition before, FormDefinition after);
}
