error-EmptyAudience = Nobody would receive this: nobody in this audience has agreed to news yet. Choose another audience, or wait for followers.
