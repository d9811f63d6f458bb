-- Functions are closed to PUBLIC from the start; `sec` holds those that run as their definer.

ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
CREATE SCHEMA sec;
