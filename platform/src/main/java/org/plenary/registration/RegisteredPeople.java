package org.plenary.registration;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Who is certain to come, for those who wait for them. */
public interface RegisteredPeople {
    /** The e-mail addresses of a conference's delegates whose registration is certain: paid, free or agreed; in lower case. */
    Set<String> addresses(UUID conference);

    /** Of these orders, those with a delegate whose registration is certain. */
    Set<UUID> certain(Collection<UUID> orders);
}
