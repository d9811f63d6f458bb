error-EmptyAudience = Personne ne recevrait ce message : dans ce public, personne n’a encore accepté de nouvelles. Choisissez un autre public, ou attendez des abonnés.
