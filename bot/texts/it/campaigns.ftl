error-EmptyAudience = Nessuno lo riceverebbe: in questo pubblico nessuno ha ancora accettato le novità. Scelga un altro pubblico, o attenda chi segue la maison.
