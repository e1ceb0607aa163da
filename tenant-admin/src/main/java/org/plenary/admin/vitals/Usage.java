package org.plenary.admin.vitals;

/**
 * How much a tenant has.
 *
 * @param registrations delegates of confirmed orders
 * @param storageBytes of its schema in the database, indexes included; uploaded files are not in it
 */
public record Usage(long conferences, long registrations, long storageBytes) {
    public static final Usage NONE = new Usage(0, 0, 0);
}
