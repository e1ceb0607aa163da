/**
 * The card sandbox: a server that speaks Stripe's wire format for what the platform needs and moves no money. It uses
 * nothing of Stripe's own library, so that a mistake there is not hidden by the same mistake here.
 */
@NullMarked
package org.plenary.embedded.sandbox;

import org.jspecify.annotations.NullMarked;
