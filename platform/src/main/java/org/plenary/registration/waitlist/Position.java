package org.plenary.registration.waitlist;

/**
 * The place of somebody who waits.
 *
 * @param overall among all who wait, from 1
 * @param forWishes among those who wait for something of the same
 * @param waiting how many wait in all
 */
record Position(int overall, int forWishes, int waiting) {}
