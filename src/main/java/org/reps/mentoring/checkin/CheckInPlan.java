package org.reps.mentoring.checkin;

import java.time.LocalDate;

/**
 * What mentor and mentee agreed on when they met.
 *
 * @param plans what the mentee plans for the next year
 * @param support what they need for it
 * @param channel how the two keep in touch, in their own words
 * @param contactEvery how often they are in touch, in the words of the forms
 * @param menteeRemark what the mentee says is not right about all this; empty when nothing is
 */
record CheckInPlan(
        LocalDate heldOn, String plans, String support, String channel, String contactEvery, String menteeRemark) {

    CheckInPlan remarked(String remark) {
        return new CheckInPlan(heldOn, plans, support, channel, contactEvery, remark);
    }

    /** The plan with what is written here; an empty text leaves what was there. */
    CheckInPlan corrected(String plans, String support, String channel, String contactEvery) {
        return new CheckInPlan(
                heldOn,
                plans.isEmpty() ? this.plans : plans,
                support.isEmpty() ? this.support : support,
                channel.isEmpty() ? this.channel : channel,
                contactEvery.isEmpty() ? this.contactEvery : contactEvery,
                menteeRemark);
    }
}
