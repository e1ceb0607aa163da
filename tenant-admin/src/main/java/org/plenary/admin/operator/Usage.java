package org.plenary.admin.operator;

/**
 * How much a tenant has.
 *
 * @param registrations delegates of confirmed orders
 * @param storageBytes of its schema in the database, indexes included; uploaded files are not in it
 */
record Usage(long conferences, long registrations, long storageBytes) {
    static final Usage NONE = new Usage(0, 0, 0);
}
