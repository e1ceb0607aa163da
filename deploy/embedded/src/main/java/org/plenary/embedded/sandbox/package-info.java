/**
 * The card sandbox: a server that speaks Stripe's wire format for what the platform needs and moves no money. It uses
 * nothing of Stripe's own library, so that a mistake there is not hidden by the same mistake here.
 *
 * <p>Where it knowingly differs from Stripe: accounts take cards as soon as they are made; the fee of 1.5 % and 25 minor
 * units is invented; a session without anything to pay is refused; the smallest amounts are Stripe's for the commonest
 * currencies and 50 minor units for the others; webhooks are retried for ever, within seconds at first; a version 2
 * call is repeated by its key as a version 1 call is; retrying a request with the same key gives the same answer for
 * 24 hours of the sandbox's clock. Subscriptions: each customer can live ahead in time by {@code /_sandbox/customers}, which
 * Stripe does not have, and which moves the test clock of one who is on such; payments and events carry the sandbox's time also
 * where a test clock was moved; a failed charge is tried again after 3, 5 and 7 days and then the subscription is
 * {@code unpaid}; all prices of one have the same interval; a call of the API that the bank declines leaves no trace but
 * its answer; meter events count at once; taxes come on top of prices; VAT numbers are looked at
 * for their form only; a credit note names lines of its invoice with amounts, and its preview needs no place for the money; of
 * files only the kind and the size are kept. What Stripe has and this has not is answered with 501 and
 * {@code sandbox_unsupported}, never with a made-up success. The form of every answer and event is checked in tests against
 * Stripe's own types; what remains different there is listed in {@code deploy/embedded/stripe-types/README.md}.
 */
@NullMarked
package org.plenary.embedded.sandbox;

import org.jspecify.annotations.NullMarked;
