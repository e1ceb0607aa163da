package org.plenary.registration.privacy;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Those whom an order and what was added to it are about: the buyer and the delegates.
 *
 * @param order the first one, whose secret link speaks for all of it
 * @param orders it and what was added to it
 * @param words names and addresses, in lower case: by them a text that speaks of somebody is known
 * @param emails all of them, in lower case
 * @param ownEmails those of the emails that are in no other order of the organization
 */
record Subject(
        UUID conference,
        UUID order,
        String code,
        String name,
        String email,
        Locale locale,
        boolean hasPaid,
        List<UUID> orders,
        List<UUID> delegates,
        List<String> words,
        List<String> emails,
        List<String> ownEmails) {}
