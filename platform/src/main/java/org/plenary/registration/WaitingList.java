package org.plenary.registration;

import java.util.UUID;

/** Whether people can wait for what is sold out: what cannot be had now can then be wished for all the same. */
public interface WaitingList {
    boolean isOpen(UUID conference);
}
