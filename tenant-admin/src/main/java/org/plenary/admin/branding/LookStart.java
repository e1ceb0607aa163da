package org.plenary.admin.branding;

import org.plenary.tenancy.Branding;
import org.plenary.tenancy.StartStep;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Pages and mails that look like the organization, not like the platform. */
@Component
class LookStart implements StartStep {
    private static final int ORDER = 10;

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "admin.start.look";
    }

    @Override
    public String path() {
        return "/manage/branding";
    }

    @Override
    public boolean isDone() {
        return !Tenancy.require().branding().equals(Branding.DEFAULT);
    }
}
