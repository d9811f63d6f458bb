-- Names without masks again.

DROP FUNCTION sec.enter(text, uuid, bigint, bigint, bigint, text, text, text, text);

CREATE FUNCTION sec.enter(
    p_new_user uuid, p_bot bigint, p_telegram_id bigint, p_chat bigint, p_language text,
    p_full_name text, p_first_name text
)
RETURNS TABLE (
    user_id uuid, status public.user_status, locale text, roles text[], is_new boolean,
    first_name text
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = ''
AS $$
DECLARE
    v_account public.telegram_accounts;
    -- A name that was sealed for a person who then was not the first is nobody's.
    v_name text := CASE WHEN p_new_user IS NULL THEN p_first_name END;
    v_language text := left(p_language, 16);
    v_last_login timestamptz;
    -- Only the chat with the person alone is where they are reached; groups have negative ids.
    v_chat bigint := CASE WHEN p_chat > 0 THEN p_chat END;
BEGIN
    is_new := false;
    SELECT a.* INTO v_account
    FROM public.telegram_accounts a WHERE a.telegram_id = p_telegram_id;
    IF NOT FOUND AND p_new_user IS NULL THEN
        RETURN;
    END IF;
    IF NOT FOUND THEN
        PERFORM pg_advisory_xact_lock(hashtextextended('enter ' || p_telegram_id, 0));
        SELECT a.* INTO v_account
        FROM public.telegram_accounts a WHERE a.telegram_id = p_telegram_id;
        IF NOT FOUND THEN
            is_new := true;
            INSERT INTO public.users (id, full_name, last_login)
            VALUES (p_new_user, p_full_name, now());
            INSERT INTO public.user_profiles (user_id) VALUES (p_new_user);
            INSERT INTO public.telegram_accounts
                (telegram_id, user_id, bot_id, chat_id, first_name, language)
            VALUES (p_telegram_id, p_new_user, p_bot, v_chat, p_first_name, v_language)
            RETURNING * INTO v_account;
        END IF;
    END IF;

    IF NOT is_new AND (
        v_account.first_name IS DISTINCT FROM coalesce(v_name, v_account.first_name)
        OR v_account.language IS DISTINCT FROM coalesce(v_language, v_account.language)
        OR v_chat IS NOT NULL AND (
            v_account.chat_id IS DISTINCT FROM v_chat
            OR v_account.bot_id IS DISTINCT FROM p_bot
            OR NOT v_account.reachable
        )
    ) THEN
        UPDATE public.telegram_accounts a
        SET first_name = coalesce(v_name, a.first_name),
            language = coalesce(v_language, a.language),
            chat_id = coalesce(v_chat, a.chat_id),
            bot_id = CASE WHEN v_chat IS NULL THEN a.bot_id ELSE p_bot END,
            reachable = a.reachable OR v_chat IS NOT NULL,
            blocked_at = CASE WHEN v_chat IS NULL THEN a.blocked_at END
        WHERE a.telegram_id = p_telegram_id
        RETURNING * INTO v_account;
    END IF;

    user_id := v_account.user_id;
    first_name := v_account.first_name;
    SELECT u.status, u.last_login INTO status, v_last_login
    FROM public.users u WHERE u.id = v_account.user_id;
    IF v_last_login IS NULL OR v_last_login < now() - interval '1 day' THEN
        UPDATE public.users u SET last_login = now() WHERE u.id = v_account.user_id;
    END IF;
    locale := coalesce(v_account.chosen_language, v_account.language, 'en');
    roles := ARRAY(
        SELECT 'attendee'
        UNION ALL
        SELECT 'admin' FROM public.administrators x
        WHERE x.user_id = v_account.user_id AND x.revoked_at IS NULL
        UNION ALL
        SELECT 'organizer' FROM public.organizer_applications x
        WHERE x.user_id = v_account.user_id AND x.approval_status = 'approved'
        UNION ALL
        SELECT 'designer' FROM public.designers x
        WHERE x.user_id = v_account.user_id AND x.approval_status = 'approved'
        UNION ALL
        SELECT 'model' FROM public.models x
        WHERE x.user_id = v_account.user_id AND x.approval_status = 'approved'
        UNION ALL
        SELECT 'staff'
        WHERE EXISTS (SELECT FROM public.event_staff x WHERE x.user_id = v_account.user_id)
    );
    RETURN NEXT;
END
$$;
REVOKE ALL ON FUNCTION sec.enter(uuid, bigint, bigint, bigint, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sec.enter(uuid, bigint, bigint, bigint, text, text, text) TO portal_app;
GRANT CREATE ON SCHEMA sec TO portal_definer;
ALTER FUNCTION sec.enter(uuid, bigint, bigint, bigint, text, text, text) OWNER TO portal_definer;
REVOKE CREATE ON SCHEMA sec FROM portal_definer;
